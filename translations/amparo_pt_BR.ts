<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>AdministrationSection</name>
    <message>
        <source>Officers</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Políticas</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Chaves</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cópias de segurança</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Armazém</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoria</translation>
    </message>
</context>
<context>
    <name>AuditText</name>
    <message>
        <source>Store made</source>
        <translation>Armazém criado</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Entrou</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Saiu</translation>
    </message>
    <message>
        <source>Session locked</source>
        <translation>Sessão bloqueada</translation>
    </message>
    <message>
        <source>Unlocked with the PIN</source>
        <translation>Desbloqueada com o PIN</translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation>PIN definido</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>PIN errado</translation>
    </message>
    <message>
        <source>PIN wiped</source>
        <translation>PIN apagado</translation>
    </message>
    <message>
        <source>Account added</source>
        <translation>Conta adicionada</translation>
    </message>
    <message>
        <source>Account removed</source>
        <translation>Conta removida</translation>
    </message>
    <message>
        <source>Account suspended</source>
        <translation>Conta suspensa</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Função alterada</translation>
    </message>
    <message>
        <source>Own passphrase changed</source>
        <translation>Frase própria alterada</translation>
    </message>
    <message>
        <source>New passphrase given</source>
        <translation>Frase nova entregue</translation>
    </message>
    <message>
        <source>Own key made stronger</source>
        <translation>Chave própria reforçada</translation>
    </message>
    <message>
        <source>Store key changed</source>
        <translation>Chave do armazém trocada</translation>
    </message>
    <message>
        <source>Recovery key set</source>
        <translation>Chave de recuperação definida</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Cópia de segurança feita</translation>
    </message>
    <message>
        <source>Old backup removed</source>
        <translation>Cópia antiga removida</translation>
    </message>
    <message>
        <source>Store restored from a backup</source>
        <translation>Armazém restaurado de uma cópia</translation>
    </message>
    <message>
        <source>Store saved from a damaged one</source>
        <translation>Armazém salvo de um danificado</translation>
    </message>
    <message>
        <source>Store opened with headquarters&apos; key</source>
        <translation>Armazém aberto com a chave da sede</translation>
    </message>
    <message>
        <source>Questionnaire installed</source>
        <translation>Questionário instalado</translation>
    </message>
    <message>
        <source>Shift opened</source>
        <translation>Turno aberto</translation>
    </message>
    <message>
        <source>Shift closed</source>
        <translation>Turno encerrado</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>Rascunho descartado</translation>
    </message>
    <message>
        <source>Record made final</source>
        <translation>Registro finalizado</translation>
    </message>
    <message>
        <source>Decided against the advice</source>
        <translation>Decidiu diferente do recomendado</translation>
    </message>
    <message>
        <source>Taken over by the second line</source>
        <translation>Assumido pela segunda linha</translation>
    </message>
    <message>
        <source>Record read</source>
        <translation>Registro lido</translation>
    </message>
    <message>
        <source>Records listed</source>
        <translation>Registros listados</translation>
    </message>
    <message>
        <source>Policy set</source>
        <translation>Política definida</translation>
    </message>
    <message>
        <source>Deed of another approved</source>
        <translation>Ato de outra pessoa aprovado</translation>
    </message>
    <message>
        <source>Earlier encounters looked up</source>
        <translation>Encontros anteriores consultados</translation>
    </message>
    <message>
        <source>Records searched</source>
        <translation>Registros pesquisados</translation>
    </message>
    <message>
        <source>Report written to a file</source>
        <translation>Relatório gravado em arquivo</translation>
    </message>
    <message>
        <source>Record received by the server</source>
        <translation>Registro recebido pelo servidor</translation>
    </message>
    <message>
        <source>Record held back</source>
        <translation>Registro retido</translation>
    </message>
    <message>
        <source>Record erased</source>
        <translation>Registro apagado</translation>
    </message>
    <message>
        <source>Record kept beyond its term</source>
        <translation>Registro mantido além do prazo</translation>
    </message>
    <message>
        <source>Record no longer kept beyond its term</source>
        <translation>Registro liberado da retenção</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>Consentimento dado</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>Consentimento retirado</translation>
    </message>
    <message>
        <source>Told to who helps</source>
        <translation>Comunicado a quem ajuda</translation>
    </message>
    <message>
        <source>Help card shown</source>
        <translation>Cartão de ajuda mostrado</translation>
    </message>
    <message>
        <source>Help card given</source>
        <translation>Cartão de ajuda entregue</translation>
    </message>
    <message>
        <source>Signing key made</source>
        <translation>Chave de assinatura criada</translation>
    </message>
    <message>
        <source>Log signed</source>
        <translation>Auditoria assinada</translation>
    </message>
    <message>
        <source>Audit log read</source>
        <translation>Auditoria lida</translation>
    </message>
    <message>
        <source>Came from another computer</source>
        <translation>Veio de outro computador</translation>
    </message>
    <message>
        <source>Was set back to an older copy</source>
        <translation>Voltou a uma cópia anterior</translation>
    </message>
    <message>
        <source>Mark beside the store missing</source>
        <translation>Falta a marca ao lado do armazém</translation>
    </message>
    <message>
        <source>Record sent again</source>
        <translation>Registro enviado de novo</translation>
    </message>
    <message>
        <source>Clock was set</source>
        <translation>A hora foi alterada</translation>
    </message>
    <message>
        <source>Entry %1 was changed, moved or put in. Up to entry %2 all is sound.</source>
        <translation>A entrada %1 foi alterada, movida ou intercalada. Até a entrada %2 tudo está íntegro.</translation>
    </message>
    <message>
        <source>Entry %1 was left out. Up to entry %2 all is sound.</source>
        <translation>Falta a entrada %1. Até a entrada %2 tudo está íntegro.</translation>
    </message>
    <message>
        <source>From entry %1 on the log was cut off, or the store was set back.</source>
        <translation>A partir da entrada %1 a auditoria foi cortada, ou o armazém voltou a um estado anterior.</translation>
    </message>
    <message>
        <source>Between entries %1 and %2 the log was rewritten, or the store was set back.</source>
        <translation>Entre as entradas %1 e %2 a auditoria foi reescrita, ou o armazém voltou a um estado anterior.</translation>
    </message>
    <message>
        <source>The store knows nothing of a life that it had: it was set back.</source>
        <translation>O armazém não sabe nada de uma vida que teve: voltou a um estado anterior.</translation>
    </message>
    <message>
        <source>A signature under the log is forged, or the key in the store is.</source>
        <translation>Uma assinatura da auditoria é falsa, ou a chave do armazém é.</translation>
    </message>
    <message>
        <source>Records with names exported</source>
        <translation>Registros com nomes exportados</translation>
    </message>
    <message>
        <source>Questionnaire received</source>
        <translation>Questionário recebido</translation>
    </message>
    <message>
        <source>Files of a questionnaire received</source>
        <translation>Arquivos de um questionário recebidos</translation>
    </message>
    <message>
        <source>A copy of the store was noticed</source>
        <translation>Uma cópia do armazém foi notada</translation>
    </message>
    <message>
        <source>Records put on a stick, sealed</source>
        <translation>Registros postos em um pen drive, selados</translation>
    </message>
    <message>
        <source>Stick read in</source>
        <translation>Pen drive lido</translation>
    </message>
    <message>
        <source>Workstation added to the relay</source>
        <translation>Estação de trabalho adicionada ao repetidor</translation>
    </message>
    <message>
        <source>Workstation removed from the relay</source>
        <translation>Estação de trabalho retirada do repetidor</translation>
    </message>
    <message>
        <source>Records arrived from a workstation</source>
        <translation>Chegaram registros de uma estação de trabalho</translation>
    </message>
    <message>
        <source>Headquarters&apos; keys for packages set</source>
        <translation>Chaves da sede para pacotes definidas</translation>
    </message>
    <message>
        <source>Package from headquarters taken up</source>
        <translation>Pacote da sede incorporado</translation>
    </message>
    <message>
        <source>Store upgraded, after a backup</source>
        <translation>Armazém atualizado, depois de uma cópia de segurança</translation>
    </message>
</context>
<context>
    <name>BackupText</name>
    <message>
        <source>The folder for backups is not there. Plug in its disk, or choose another folder.</source>
        <translation>A pasta das cópias de segurança não está lá. Conecte o disco dela ou escolha outra pasta.</translation>
    </message>
    <message>
        <source>That folder cannot be used. Choose one outside the store&apos;s own, with its whole path.</source>
        <translation>Essa pasta não serve. Escolha uma fora da pasta do armazém, com o caminho completo.</translation>
    </message>
    <message>
        <source>The disk for backups is full. Make room on it, or keep fewer backups.</source>
        <translation>O disco das cópias de segurança está cheio. Libere espaço ou guarde menos cópias.</translation>
    </message>
    <message>
        <source>The folder for backups cannot be written to. Ask IT support, or choose another.</source>
        <translation>Não é possível gravar na pasta das cópias de segurança. Fale com o suporte ou escolha outra.</translation>
    </message>
    <message>
        <source>Your passphrase does not open it: a backup opens with the passphrases of its day.</source>
        <translation>A sua frase secreta não a abre: uma cópia abre com as frases secretas do seu dia.</translation>
    </message>
    <message>
        <source>Another backup is being made. Wait until it is finished.</source>
        <translation>Outra cópia de segurança está sendo feita. Espere até terminar.</translation>
    </message>
    <message>
        <source>A newer version of Amparo made it. Ask IT support to update.</source>
        <translation>Foi feita por uma versão mais nova do Amparo. Peça ao suporte que atualize.</translation>
    </message>
    <message>
        <source>The computer did not answer. Try again; if it stays so, call IT support.</source>
        <translation>O computador não respondeu. Tente de novo; se continuar, ligue para o suporte.</translation>
    </message>
    <message>
        <source>It was stopped, and nothing of it was kept.</source>
        <translation>Foi interrompida, e nada dela foi guardado.</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Ainda não há nenhuma.</translation>
    </message>
    <message>
        <source>The last is of %1.</source>
        <translation>A última é de %1.</translation>
    </message>
    <message>
        <source>One every %1 h into %2; %3 are kept, for %4 days at most.</source>
        <translation>Uma a cada %1 h em %2; %3 são guardadas, por %4 dias no máximo.</translation>
    </message>
    <message>
        <source>It could not be read back whole: its disk may be failing. Use another disk; if it stays so, verify the audit log.</source>
        <translation>Não foi possível lê-la inteira de volta: o disco pode estar falhando. Use outro disco; se continuar assim, verifique o registro de auditoria.</translation>
    </message>
</context>
<context>
    <name>CarryQuestion</name>
    <message>
        <source>Information</source>
        <translation>Informação</translation>
    </message>
    <message>
        <source>Is it safe for this person to carry the card?</source>
        <translation>É seguro para esta pessoa levar o cartão?</translation>
    </message>
    <message>
        <source>Ask the person alone: “%1”

Somebody who controls them may search their things. If it is not safe, show the card on the screen, or let them learn one number by heart. Never put a card into a passport.</source>
        <translation>Pergunte a sós: “%1”

Quem controla a pessoa pode revistar suas coisas. Se não for seguro, mostre o cartão na tela ou deixe que ela decore um número. Nunca coloque um cartão em um passaporte.</translation>
    </message>
    <message>
        <source>It is safe: go on</source>
        <translation>É seguro: continuar</translation>
    </message>
    <message>
        <source>Show it on the screen</source>
        <translation>Mostrar na tela</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>DocumentFindings</name>
    <message>
        <source>Check digit disagrees: %1. Compare it with the document.</source>
        <translation>O dígito verificador não confere: %1. Compare com o documento.</translation>
    </message>
    <message>
        <source>Read %1, taken as %2: %3 (line %4, place %5). Compare it with the document.</source>
        <translation>Foi lido %1 e tomado como %2: %3 (linha %4, posição %5). Compare com o documento.</translation>
    </message>
    <message>
        <source>Unusual document type: %1</source>
        <translation>Tipo de documento incomum: %1</translation>
    </message>
    <message>
        <source>No State has this code: issued by %1</source>
        <translation>Nenhum Estado tem este código: emitido por %1</translation>
    </message>
    <message>
        <source>No State has this code: nationality %1</source>
        <translation>Nenhum Estado tem este código: nacionalidade %1</translation>
    </message>
    <message>
        <source>This is a specimen, not a travel document.</source>
        <translation>É um espécime, não um documento de viagem.</translation>
    </message>
    <message>
        <source>The machine readable zone has no name.</source>
        <translation>A zona de leitura mecânica não traz nome.</translation>
    </message>
    <message>
        <source>The name is not written as the standard asks.</source>
        <translation>O nome não está escrito como a norma pede.</translation>
    </message>
    <message>
        <source>No such day: date of birth.</source>
        <translation>Esse dia não existe: data de nascimento.</translation>
    </message>
    <message>
        <source>No such day: date of expiry.</source>
        <translation>Esse dia não existe: data de validade.</translation>
    </message>
    <message>
        <source>Sex is none of F, M and X.</source>
        <translation>O sexo não é F, M nem X.</translation>
    </message>
    <message>
        <source>The year of birth may also mean a hundred years earlier.</source>
        <translation>O ano de nascimento também pode ser cem anos antes.</translation>
    </message>
    <message>
        <source>Close to 18: compare the year of birth with the document.</source>
        <translation>Perto dos 18 anos: compare o ano de nascimento com o documento.</translation>
    </message>
    <message>
        <source>Older than 105: compare the date of birth.</source>
        <translation>Mais de 105 anos: compare a data de nascimento.</translation>
    </message>
    <message>
        <source>A line was too short and was filled at its end.</source>
        <translation>Uma linha era curta demais e foi completada no final.</translation>
    </message>
    <message>
        <source>Reader and computer are set to different keyboards.</source>
        <translation>O leitor e o computador usam teclados diferentes.</translation>
    </message>
    <message>
        <source>The document has expired.</source>
        <translation>O documento está vencido.</translation>
    </message>
</context>
<context>
    <name>EncounterText</name>
    <message>
        <source>Same document.</source>
        <translation>O mesmo documento.</translation>
    </message>
    <message>
        <source>Name and birth date are alike; it may be another person.</source>
        <translation>Coincidem o nome e a data de nascimento; pode ser outra pessoa.</translation>
    </message>
    <message>
        <source>Name alike, day and month of birth exchanged; it may be another person.</source>
        <translation>Coincide o nome, com dia e mês de nascimento trocados; pode ser outra pessoa.</translation>
    </message>
    <message numerus="yes">
        <source>The telephone number given here was also given in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>O número de telefone dado aqui também foi dado em mais %n registro desde %1.</numerusform>
            <numerusform>O número de telefone dado aqui também foi dado em mais %n registros desde %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The address given here was also given in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>O endereço dado aqui também foi dado em mais %n registro desde %1.</numerusform>
            <numerusform>O endereço dado aqui também foi dado em mais %n registros desde %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The employer named here was also named in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>A empresa ou o empregador citado aqui também foi citado em mais %n registro desde %1.</numerusform>
            <numerusform>A empresa ou o empregador citado aqui também foi citado em mais %n registros desde %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The vehicle named here is also in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>O veículo citado aqui também está em mais %n registro desde %1.</numerusform>
            <numerusform>O veículo citado aqui também está em mais %n registros desde %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The adult who comes with this child has crossed with %n different children since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>A pessoa adulta que vem com esta criança atravessou com %n criança desde %1.</numerusform>
            <numerusform>A pessoa adulta que vem com esta criança atravessou com %n crianças diferentes desde %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This adult has crossed with %n different children since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>Esta pessoa adulta atravessou com %n criança desde %1.</numerusform>
            <numerusform>Esta pessoa adulta atravessou com %n crianças diferentes desde %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. %3; decided: %4. %5</source>
        <extracomment>an earlier screening: %1 when, %2 post, %3 primary or second line, %4 decision, %5 why it may be the same person</extracomment>
        <translation>%1, %2. %3; decisão: %4. %5</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>You could not be signed in.</source>
        <translation>Não foi possível iniciar sua sessão.</translation>
    </message>
    <message>
        <source>The screening could not be opened.</source>
        <translation>Não foi possível abrir a entrevista.</translation>
    </message>
    <message>
        <source>The shift could not be opened.</source>
        <translation>Não foi possível abrir o turno.</translation>
    </message>
    <message>
        <source>The shift could not be closed.</source>
        <translation>Não foi possível fechar o turno.</translation>
    </message>
    <message>
        <source>The records could not be read.</source>
        <translation>Não foi possível ler os registros.</translation>
    </message>
    <message>
        <source>The report was not written.</source>
        <translation>O relatório não foi gravado.</translation>
    </message>
    <message>
        <source>The demo post could not be made.</source>
        <translation>Não foi possível criar o posto de demonstração.</translation>
    </message>
    <message>
        <source>Name or passphrase is wrong. Check both and try again.</source>
        <translation>O nome ou a frase secreta não está correta. Confira ambos e tente de novo.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask the shift lead.</source>
        <translation>Sua função não permite isso. Consulte a chefia de turno.</translation>
    </message>
    <message>
        <source>It is not there any more. Go back and choose again.</source>
        <translation>Já não está lá. Volte e escolha de novo.</translation>
    </message>
    <message>
        <source>It was changed meanwhile. Open it again and look.</source>
        <translation>Houve uma mudança nesse meio-tempo. Abra de novo e confira.</translation>
    </message>
    <message>
        <source>What was given cannot be used. Correct it, or tell IT support.</source>
        <translation>O que foi informado não pode ser usado. Corrija ou avise o suporte técnico.</translation>
    </message>
    <message>
        <source>Another program has the store open. Close it and try again.</source>
        <translation>Outro programa está com a base de dados aberta. Feche-o e tente de novo.</translation>
    </message>
    <message>
        <source>The store is damaged. Change nothing and call IT support now.</source>
        <translation>A base de dados está danificada. Não mude nada e chame agora o suporte técnico.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>O disco está cheio. Libere espaço e tente de novo.</translation>
    </message>
    <message>
        <source>The folder cannot be written to. Choose another or ask IT support.</source>
        <translation>Não é possível gravar na pasta. Escolha outra ou consulte o suporte técnico.</translation>
    </message>
    <message>
        <source>A newer version of Amparo made this. Ask IT support to update.</source>
        <translation>Foi criado por uma versão mais nova do Amparo. Peça ao suporte técnico que atualize.</translation>
    </message>
    <message>
        <source>The computer did not answer. Try again; if it stays so, call IT support.</source>
        <translation>O computador não respondeu. Tente de novo; se continuar assim, chame o suporte técnico.</translation>
    </message>
    <message>
        <source>It was stopped. You can start it again.</source>
        <translation>Foi interrompido. Você pode começar de novo.</translation>
    </message>
    <message>
        <source>The leaflet was not made.</source>
        <translation>O folheto não foi feito.</translation>
    </message>
    <message>
        <source>The training is not complete.</source>
        <translation>O treinamento não está completo.</translation>
    </message>
    <message>
        <source>The PIN was not set.</source>
        <translation>O PIN não foi definido.</translation>
    </message>
    <message>
        <source>The accounts could not be read.</source>
        <translation>Não foi possível ler as contas.</translation>
    </message>
    <message>
        <source>The account is as it was.</source>
        <translation>A conta continua como estava.</translation>
    </message>
    <message>
        <source>The passphrase is as it was.</source>
        <translation>A frase secreta continua como estava.</translation>
    </message>
    <message>
        <source>Nobody has agreed.</source>
        <translation>Ninguém concordou.</translation>
    </message>
    <message>
        <source>The policies could not be read.</source>
        <translation>Não foi possível ler as políticas.</translation>
    </message>
    <message>
        <source>The policy is as it was.</source>
        <translation>A política continua como estava.</translation>
    </message>
    <message>
        <source>Nothing was erased.</source>
        <translation>Nada foi apagado.</translation>
    </message>
    <message>
        <source>The hold was not set.</source>
        <translation>A retenção não foi definida.</translation>
    </message>
    <message>
        <source>The hold was not ended.</source>
        <translation>A retenção não foi encerrada.</translation>
    </message>
    <message>
        <source>The records were not exported.</source>
        <translation>Os registros não foram exportados.</translation>
    </message>
    <message>
        <source>The key is as it was.</source>
        <translation>A chave continua como estava.</translation>
    </message>
    <message>
        <source>The store could not be checked.</source>
        <translation>Não foi possível verificar o armazém.</translation>
    </message>
    <message>
        <source>The audit log could not be read.</source>
        <translation>Não foi possível ler a auditoria.</translation>
    </message>
    <message>
        <source>The post was not set up.</source>
        <translation>O posto não foi preparado.</translation>
    </message>
    <message>
        <source>The folder for the store holds what is left of another. Change nothing and call IT support.</source>
        <translation>A pasta para o armazém contém restos de outro. Não mude nada e chame o suporte.</translation>
    </message>
    <message>
        <source>The draft is still there.</source>
        <translation>O rascunho continua lá.</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>%1 of %2 points</source>
        <translation>%1 de %2 pontos</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Sinais</translation>
    </message>
    <message>
        <source>Found:</source>
        <translation>Encontrado:</translation>
    </message>
    <message>
        <source>Missed:</source>
        <translation>Esquecido:</translation>
    </message>
    <message>
        <source>Nothing here supports:</source>
        <translation>Nada aqui apoia:</translation>
    </message>
    <message>
        <source>There was no sign to record, and you recorded none.</source>
        <translation>Não havia sinais a registrar e você não registrou nenhum.</translation>
    </message>
    <message>
        <source>Right.</source>
        <extracomment>a decision in training</extracomment>
        <translation>Correta.</translation>
    </message>
    <message>
        <source>Can be defended.</source>
        <extracomment>a decision in training</extracomment>
        <translation>Defensável.</translation>
    </message>
    <message>
        <source>Not right.</source>
        <extracomment>a decision in training</extracomment>
        <translation>Não é correta.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisão</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 would have been right:</source>
        <translation>O correto teria sido: %1.</translation>
    </message>
    <message>
        <source>The way there</source>
        <translation>O caminho</translation>
    </message>
    <message>
        <source>Never (%1):</source>
        <translation>Nunca (%1):</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>Faltou:</translation>
    </message>
    <message>
        <source>Nothing left out, nothing that must never be done.</source>
        <translation>Nada faltou e não houve nada que nunca se deva fazer.</translation>
    </message>
    <message>
        <source>To take along</source>
        <translation>Para levar consigo</translation>
    </message>
    <message>
        <source>Sources: %1</source>
        <translation>Fontes: %1</translation>
    </message>
</context>
<context>
    <name>LeafletOutput</name>
    <message>
        <source>Save the leaflet</source>
        <translation>Salvar o folheto</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informação</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>A developer&apos;s build carries no list of what ships. This is what it was linked with; the texts of these licences come with the libraries.</source>
        <translation>Uma compilação de desenvolvimento não traz a lista do que é entregue. Isto é com o que ela foi ligada; os textos destas licenças vêm com as bibliotecas.</translation>
    </message>
    <message>
        <source>Amparo uses Qt %1 under the GNU Lesser General Public License, version 3. Qt is linked dynamically: its libraries are files beside the program, and you may replace them by another build of the same version. Qt&apos;s source is to be had from %2, that of the build in this package also from whoever gave you Amparo.</source>
        <translation>O Amparo usa o Qt %1 sob a GNU Lesser General Public License, versão 3. O Qt é ligado dinamicamente: suas bibliotecas são arquivos ao lado do programa, e você pode substituí-las por outra compilação da mesma versão. O código-fonte do Qt pode ser obtido em %2; o da compilação deste pacote, também com quem lhe deu o Amparo.</translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>The passphrase needs at least 12 characters. Add a word.</source>
        <translation>A frase secreta precisa de pelo menos 12 caracteres. Acrescente uma palavra.</translation>
    </message>
    <message>
        <source>The passphrase has more than 128 characters. Shorten it.</source>
        <translation>A frase secreta tem mais de 128 caracteres. Encurte-a.</translation>
    </message>
    <message>
        <source>This passphrase is easy to guess. Choose words that do not belong together.</source>
        <translation>Esta frase secreta é fácil de adivinhar. Escolha palavras que não tenham relação entre si.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nova frase secreta</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>A mesma frase secreta de novo</translation>
    </message>
    <message>
        <source>&amp;New passphrase:</source>
        <translation>&amp;Nova frase secreta:</translation>
    </message>
    <message>
        <source>A&amp;gain:</source>
        <translation>De n&amp;ovo:</translation>
    </message>
    <message>
        <source>12 to 128 characters. Four or more words that do not belong together are easy to keep in mind and hard to guess. Not the login name, and nothing used elsewhere.</source>
        <translation>De 12 a 128 caracteres. Quatro ou mais palavras sem relação entre si são fáceis de lembrar e difíceis de adivinhar. Nem o nome de usuário nem nada que você use em outro lugar.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>As duas frases secretas são diferentes. Digite a mesma duas vezes.</translation>
    </message>
</context>
<context>
    <name>PassphraseTry</name>
    <message numerus="yes">
        <source>After wrong tries there is a wait. Try again in %n second(s).</source>
        <translation>
            <numerusform>Depois de tentativas erradas há uma espera. Tente de novo em %n segundo.</numerusform>
            <numerusform>Depois de tentativas erradas há uma espera. Tente de novo em %n segundos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name or passphrase is wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>O nome ou a frase secreta não está correta. Você pode tentar de novo em %n segundo.</numerusform>
            <numerusform>O nome ou a frase secreta não está correta. Você pode tentar de novo em %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinText</name>
    <message>
        <source>A PIN has digits alone. Type digits.</source>
        <translation>Um PIN só tem números. Digite números.</translation>
    </message>
    <message>
        <source>A PIN has at least 6 digits. Type more.</source>
        <translation>Um PIN tem pelo menos 6 números. Digite mais.</translation>
    </message>
    <message>
        <source>A PIN has at most 32 digits. Type fewer.</source>
        <translation>Um PIN tem no máximo 32 números. Digite menos.</translation>
    </message>
    <message>
        <source>Anybody would try this PIN first. Choose digits without a pattern.</source>
        <translation>Qualquer pessoa tentaria este PIN primeiro. Escolha números que não sigam um padrão.</translation>
    </message>
    <message>
        <source>The PIN was for a shift that is closed. Use your passphrase.</source>
        <translation>O PIN era de um turno que está fechado. Use sua frase secreta.</translation>
    </message>
    <message>
        <source>The PIN was good for twelve hours. Use your passphrase.</source>
        <translation>O PIN valia por doze horas. Use sua frase secreta.</translation>
    </message>
    <message>
        <source>The PIN was wrong five times and is gone. Use your passphrase.</source>
        <translation>O PIN estava errado cinco vezes e foi anulado. Use sua frase secreta.</translation>
    </message>
    <message>
        <source>The PIN is not valid any more. Use your passphrase.</source>
        <translation>O PIN não vale mais. Use sua frase secreta.</translation>
    </message>
    <message>
        <source>The post allows no PIN any more. Use your passphrase.</source>
        <translation>O posto não permite mais o PIN. Use sua frase secreta.</translation>
    </message>
</context>
<context>
    <name>Policies</name>
    <message>
        <source>All forms: drafts %1 days after the last answer, records %2 days after the server&apos;s receipt.</source>
        <translation>Todos os formulários: rascunhos, %1 dias depois da última resposta; registros, %2 dias depois do recibo do servidor.</translation>
    </message>
    <message>
        <source>Form %1: drafts %2 days, records %3 days.</source>
        <translation>Formulário %1: rascunhos, %2 dias; registros, %3 dias.</translation>
    </message>
    <message>
        <source>What the server has not acknowledged stays, and so does what is under hold.</source>
        <translation>O que o servidor não confirmou fica, e também o que está retido.</translation>
    </message>
    <message>
        <source>Records go to %1 in batches for thin links.</source>
        <translation>Os registros vão para %1 em lotes para conexões fracas.</translation>
    </message>
    <message>
        <source>Records go to %1.</source>
        <translation>Os registros vão para %1.</translation>
    </message>
    <message>
        <source>It knows this post by a token.</source>
        <translation>Ele conhece este posto por uma chave de acesso.</translation>
    </message>
    <message>
        <source>It knows this post as %1.</source>
        <translation>Ele conhece este posto como %1.</translation>
    </message>
    <message>
        <source>They are sealed: only headquarters can read them.</source>
        <translation>Vão selados: somente a sede pode lê-los.</translation>
    </message>
    <message>
        <source>Records go to the post&apos;s relay at %1, sealed to it.</source>
        <translation>Os registros vão para o repetidor do posto em %1, lacrados para ele.</translation>
    </message>
    <message>
        <source>Set by headquarters or by IT: it is not changed here.</source>
        <translation>Definido pela sede ou pela informática: não se altera aqui.</translation>
    </message>
</context>
<context>
    <name>PolicyTemplates</name>
    <message>
        <source>Lock by itself</source>
        <translation>Bloqueio automático</translation>
    </message>
    <message>
        <source>After how many minutes without a key or a touch the desktop locks.</source>
        <translation>Depois de quantos minutos sem uma tecla ou um toque a área de trabalho se bloqueia.</translation>
    </message>
    <message>
        <source>PIN for a shift</source>
        <translation>PIN para um turno</translation>
    </message>
    <message>
        <source>Whether officers may come back with a PIN within their shift.</source>
        <translation>Se os agentes podem voltar com um PIN durante o seu turno.</translation>
    </message>
    <message>
        <source>How long records stay</source>
        <translation>Quanto tempo os registros ficam</translation>
    </message>
    <message>
        <source>How many days drafts and acknowledged records stay, in all and by form.</source>
        <translation>Quantos dias ficam os rascunhos e os registros confirmados, em geral e por formulário.</translation>
    </message>
    <message>
        <source>Backups by themselves</source>
        <translation>Cópias de segurança automáticas</translation>
    </message>
    <message>
        <source>Where backups go, how often they are made, how many are kept and for how long.</source>
        <translation>Para onde vão as cópias de segurança, com que frequência são feitas, quantas são guardadas e por quanto tempo.</translation>
    </message>
    <message>
        <source>Rules for the link</source>
        <translation>Regras para a conexão</translation>
    </message>
    <message>
        <source>When and how much is sent: hours of the day, bytes a day, rate, links paid by use.</source>
        <translation>Quando e quanto se envia: horas do dia, bytes por dia, velocidade, conexões pagas por uso.</translation>
    </message>
    <message>
        <source>Tell of newer versions</source>
        <translation>Avisar de versões novas</translation>
    </message>
    <message>
        <source>Whether administrators are told that a newer version of the program is there.</source>
        <translation>Se os administradores são avisados de que há uma versão mais nova do programa.</translation>
    </message>
    <message>
        <source>As JSON, for instance: %1</source>
        <translation>Em JSON, por exemplo: %1</translation>
    </message>
    <message>
        <source>Value:</source>
        <translation>Valor:</translation>
    </message>
    <message>
        <source>Policies of Amparo stations</source>
        <translation>Políticas das estações do Amparo</translation>
    </message>
    <message>
        <source>Amparo %1 or later</source>
        <translation>Amparo %1 ou posterior</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>What it decides</source>
        <translation>O que decide</translation>
    </message>
    <message>
        <source>In JSON a backslash is written twice.</source>
        <translation>Em JSON a barra invertida é escrita duas vezes.</translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message>
        <source>Surname</source>
        <translation>Sobrenome</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Nomes</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nascimento</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Idade</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Entrevista</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Definitivo desde</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Conselho</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indícios</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisão</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
    <message>
        <source>Server says</source>
        <translation>Resposta do servidor</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recebido</translation>
    </message>
    <message>
        <source>At the relay</source>
        <translation>No repetidor</translation>
    </message>
</context>
<context>
    <name>Referral</name>
    <message>
        <source>a source was read</source>
        <translation>uma fonte foi lida</translation>
    </message>
    <message>
        <source>only others tell of it</source>
        <translation>só terceiros dizem</translation>
    </message>
    <message>
        <source>from memory, to be checked first</source>
        <translation>de memória, conferir primeiro</translation>
    </message>
    <message>
        <source>day and night</source>
        <translation>dia e noite</translation>
    </message>
    <message>
        <source>yes, without a name too</source>
        <translation>sim, também sem nome</translation>
    </message>
    <message>
        <source>no, it asks for a name</source>
        <translation>não, pede um nome</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>não se sabe</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Orientação</translation>
    </message>
    <message>
        <source>Asylum</source>
        <translation>Refúgio</translation>
    </message>
    <message>
        <source>Child protection</source>
        <translation>Proteção da infância</translation>
    </message>
    <message>
        <source>Coordination</source>
        <translation>Coordenação</translation>
    </message>
    <message>
        <source>Labour</source>
        <extracomment>a service: labour inspection</extracomment>
        <translation>Trabalho</translation>
    </message>
    <message>
        <source>Legal aid</source>
        <extracomment>a service: lawyers</extracomment>
        <translation>Assistência jurídica</translation>
    </message>
    <message>
        <source>Medical care</source>
        <translation>Atendimento médico</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migração</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Polícia</translation>
    </message>
    <message>
        <source>Prosecution</source>
        <translation>Ministério Público</translation>
    </message>
    <message>
        <source>Psychosocial care</source>
        <translation>Atendimento psicossocial</translation>
    </message>
    <message>
        <source>Voluntary return</source>
        <extracomment>a service: going back home by one&apos;s own will</extracomment>
        <translation>Retorno voluntário</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>Abrigo</translation>
    </message>
    <message>
        <source>Trafficking in persons</source>
        <translation>Tráfico de pessoas</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todas as pessoas</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Mulheres</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>Homens</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Crianças e adolescentes</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Famílias</translation>
    </message>
    <message>
        <source>LGBTI people</source>
        <translation>Pessoas LGBTI</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>aberto agora</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>fechado agora</translation>
    </message>
    <message>
        <source>hours not known</source>
        <translation>horário desconhecido</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Árabe</translation>
    </message>
    <message>
        <source>Aymara</source>
        <translation>Aimará</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglês</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Espanhol</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francês</translation>
    </message>
    <message>
        <source>Guaraní</source>
        <translation>Guarani</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>Crioulo haitiano</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Português</translation>
    </message>
    <message>
        <source>Quechua</source>
        <translation>Quéchua</translation>
    </message>
    <message>
        <source>Several countries</source>
        <translation>Vários países</translation>
    </message>
    <message>
        <source>Confirmed on %1</source>
        <translation>Confirmado em %1</translation>
    </message>
    <message>
        <source>Confirmed on %1, more than 180 days ago</source>
        <translation>Confirmado em %1, há mais de 180 dias</translation>
    </message>
    <message>
        <source>Never confirmed by a call</source>
        <translation>Nunca confirmado por ligação</translation>
    </message>
    <message>
        <source>Valid until %1 only</source>
        <translation>Válido só até %1</translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <extracomment>a day, more than 180 days ago</extracomment>
        <translation>%1 (antigo)</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>confirmed: never</extracomment>
        <translation>nunca</translation>
    </message>
    <message>
        <source>ended</source>
        <extracomment>an arrangement that is over</extracomment>
        <translation>terminou</translation>
    </message>
    <message>
        <source>What happens on contact</source>
        <translation>O que acontece no contato</translation>
    </message>
    <message>
        <source>Help line</source>
        <translation>Telefone de ajuda</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Serviços</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>Atende</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horário</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Helps without a name</source>
        <translation>Ajuda sem pedir nome</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fonte</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido até</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1%</source>
        <extracomment>a percentage</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Segue viagem</translation>
    </message>
    <message>
        <source>Second line</source>
        <extracomment>the second interview, by another officer in a separate room</extracomment>
        <translation>Segunda linha</translation>
    </message>
    <message>
        <source>Urgent protection</source>
        <translation>Proteção urgente</translation>
    </message>
    <message>
        <source>Primary line</source>
        <extracomment>the first, short interview</extracomment>
        <translation>Primeira linha</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Menores de 18</translation>
    </message>
    <message>
        <source>18 and over</source>
        <translation>18 ou mais</translation>
    </message>
    <message>
        <source>Age unknown</source>
        <translation>Idade desconhecida</translation>
    </message>
    <message>
        <source>Not stated</source>
        <extracomment>sex as printed in the travel document</extracomment>
        <translation>Não consta</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Feminino</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Masculino</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>%1, from %2, still open</source>
        <extracomment>a shift: day, time it began</extracomment>
        <translation>%1, desde %2, ainda aberto</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <extracomment>a shift: day, time it began, time it ended</extracomment>
        <translation>%1, de %2 a %3</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Posto</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuso horário</translation>
    </message>
    <message>
        <source>Shift lead</source>
        <translation>Chefia de turno</translation>
    </message>
    <message>
        <source>Officers who screened</source>
        <translation>Agentes que entrevistaram</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Turnos</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formulários</translation>
    </message>
    <message>
        <source>Risk models</source>
        <translation>Modelos de risco</translation>
    </message>
    <message>
        <source>Report number</source>
        <translation>Número do relatório</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Elaborado</translation>
    </message>
    <message>
        <source>People checked</source>
        <translation>Pessoas controladas</translation>
    </message>
    <message>
        <source>People screened</source>
        <translation>Pessoas entrevistadas</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluxo</translation>
    </message>
    <message>
        <source>people and screenings</source>
        <translation>pessoas e entrevistas</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Screenings, primary line</source>
        <translation>Entrevistas, primeira linha</translation>
    </message>
    <message>
        <source>Screenings, second line</source>
        <translation>Entrevistas, segunda linha</translation>
    </message>
    <message>
        <source>Median minutes, primary line</source>
        <translation>Mediana de minutos, primeira linha</translation>
    </message>
    <message>
        <source>Median minutes, second line</source>
        <translation>Mediana de minutos, segunda linha</translation>
    </message>
    <message>
        <source>Decisions that depart from the advice</source>
        <translation>Decisões que se afastam do conselho</translation>
    </message>
    <message>
        <source>Unfinished drafts</source>
        <translation>Rascunhos não terminados</translation>
    </message>
    <message>
        <source>Quality of the records</source>
        <translation>Qualidade dos registros</translation>
    </message>
    <message>
        <source>screenings, and their share of all</source>
        <translation>entrevistas e sua proporção do total</translation>
    </message>
    <message>
        <source>Screenings</source>
        <translation>Entrevistas</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporção</translation>
    </message>
    <message>
        <source>with indicators not asked or not observed</source>
        <translation>com indícios não perguntados ou não observados</translation>
    </message>
    <message>
        <source>without a document number</source>
        <translation>sem número de documento</translation>
    </message>
    <message>
        <source>without a birth date</source>
        <translation>sem data de nascimento</translation>
    </message>
    <message>
        <source>without sex</source>
        <translation>sem dado de sexo</translation>
    </message>
    <message>
        <source>without advice of a risk model</source>
        <translation>sem conselho de um modelo de risco</translation>
    </message>
    <message>
        <source>with times out of order</source>
        <translation>com horários fora de ordem</translation>
    </message>
    <message>
        <source>Delivery to the server</source>
        <translation>Envio ao servidor</translation>
    </message>
    <message>
        <source>records of this post when the report was made</source>
        <translation>registros deste posto ao elaborar o relatório</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>acknowledged by the server</source>
        <translation>confirmados pelo servidor</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>aguardando envio</translation>
    </message>
    <message>
        <source>waiting since</source>
        <translation>aguardando desde</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>recusados pelo servidor</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>people, by their last decision</source>
        <translation>pessoas, conforme a última decisão</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisão</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
    <message>
        <source>people, sex as in the document</source>
        <translation>pessoas, sexo conforme o documento</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Idade</translation>
    </message>
    <message>
        <source>Advice and decision</source>
        <translation>Conselho e decisão</translation>
    </message>
    <message>
        <source>screenings</source>
        <translation>entrevistas</translation>
    </message>
    <message>
        <source>No advice</source>
        <translation>Sem conselho</translation>
    </message>
    <message>
        <source>Advised ↓  decided →</source>
        <translation>Aconselhado ↓  decidido →</translation>
    </message>
    <message numerus="yes">
        <source>people with the indicator recorded; %n further indicator(s) not shown</source>
        <translation>
            <numerusform>pessoas com o indício registrado; mais %n indício não é mostrado</numerusform>
            <numerusform>pessoas com o indício registrado; mais %n indícios não são mostrados</numerusform>
        </translation>
    </message>
    <message>
        <source>people with the indicator recorded</source>
        <translation>pessoas com o indício registrado</translation>
    </message>
    <message>
        <source>Most frequent signs</source>
        <translation>Sinais mais frequentes</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indício</translation>
    </message>
    <message>
        <source>Signs by dimension</source>
        <translation>Sinais por dimensão</translation>
    </message>
    <message>
        <source>people with a sign of the dimension</source>
        <translation>pessoas com um sinal da dimensão</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimensão</translation>
    </message>
    <message>
        <source>Any sign</source>
        <translation>Algum sinal</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>Idioma das perguntas</translation>
    </message>
    <message>
        <source>people</source>
        <translation>pessoas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Cases to follow up</source>
        <translation>Casos a acompanhar</translation>
    </message>
    <message>
        <source>people whose last decision asks for a next step, by case number</source>
        <translation>pessoas cuja última decisão pede um próximo passo, por número de caso</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Sinais</translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>Relatório de turno</translation>
    </message>
    <message>
        <source>Daily report</source>
        <translation>Relatório diário</translation>
    </message>
    <message>
        <source>Figures count indicators recorded and decisions taken at this post. They are not findings about any person, and a person without indicators may still need help.</source>
        <translation>Os números contam indícios registrados e decisões tomadas neste posto. Não são conclusões sobre nenhuma pessoa, e quem não apresenta indícios também pode precisar de ajuda.</translation>
    </message>
    <message>
        <source>Incoming shift lead</source>
        <translation>Chefia de turno que entra</translation>
    </message>
    <message>
        <source>Data (BLAKE2b-256)</source>
        <translation>Dados (BLAKE2b-256)</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Anexo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message numerus="yes">
        <source>The records of %n people have been erased since. They still count as people, screenings, decisions, ages and sexes; all else here is about the others.</source>
        <translation>
            <numerusform>Os registros de %n pessoa foram apagados depois. Essa pessoa ainda conta em pessoas, entrevistas, decisões, idades e sexos; o resto se refere às outras.</numerusform>
            <numerusform>Os registros de %n pessoas foram apagados depois. Elas ainda contam em pessoas, entrevistas, decisões, idades e sexos; o resto se refere às outras.</numerusform>
        </translation>
    </message>
    <message>
        <source>This station</source>
        <translation>Esta estação</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Faixa</translation>
    </message>
    <message>
        <source>By lane</source>
        <translation>Por faixa</translation>
    </message>
    <message>
        <source>screenings that are still kept</source>
        <translation>entrevistas que ainda são guardadas</translation>
    </message>
    <message>
        <source>of these, urgent protection</source>
        <translation>delas, proteção urgente</translation>
    </message>
</context>
<context>
    <name>SignInRefusal</name>
    <message numerus="yes">
        <source>Name or passphrase is wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>O nome ou a frase secreta não está correta. Você pode tentar de novo em %n segundo.</numerusform>
            <numerusform>O nome ou a frase secreta não está correta. Você pode tentar de novo em %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no store on this computer yet. Ask IT support to make the one of your post.</source>
        <translation>Ainda não há uma base de dados neste computador. Peça ao suporte técnico que crie a do seu posto.</translation>
    </message>
    <message>
        <source>A newer version of Amparo has upgraded this store. Ask IT support to install that version again, or to go back with the backup made before the upgrade: %1</source>
        <translation>Uma versão mais nova do Amparo atualizou este armazém. Peça ao suporte que instale essa versão de novo, ou que volte com a cópia de segurança feita antes da atualização: %1</translation>
    </message>
    <message>
        <source>Before this version of Amparo changes the store it makes a backup, and there is no room for it. Nothing was changed. Free %1 MB on the disk of %2, then sign in again.</source>
        <translation>Antes de mudar o armazém, esta versão do Amparo faz uma cópia de segurança, e não há espaço para ela. Nada foi mudado. Libere %1 MB no disco de %2 e entre de novo.</translation>
    </message>
    <message>
        <source>Before this version of Amparo changes the store it makes a backup, which could not be read back. Nothing was changed. Tell IT support: the older version still opens the store.</source>
        <translation>Antes de mudar o armazém, esta versão do Amparo faz uma cópia de segurança, que não pôde ser lida de volta. Nada foi mudado. Avise o suporte: a versão anterior ainda abre o armazém.</translation>
    </message>
</context>
<context>
    <name>SyncText</name>
    <message>
        <source>No link to the server</source>
        <translation>Sem conexão com o servidor</translation>
    </message>
    <message>
        <source>The network wants a sign-in of its own first</source>
        <translation>A rede pede antes seu próprio login</translation>
    </message>
    <message>
        <source>The server cannot prove who it is: nothing is sent. Tell IT support</source>
        <translation>O servidor não consegue provar quem é: nada é enviado. Avise o suporte técnico</translation>
    </message>
    <message>
        <source>The server refuses this post&apos;s access. Tell IT support</source>
        <translation>O servidor recusa o acesso deste posto. Avise o suporte técnico</translation>
    </message>
    <message>
        <source>The server&apos;s address takes no records. Tell IT support</source>
        <translation>O endereço do servidor não recebe registros. Avise o suporte técnico</translation>
    </message>
    <message>
        <source>The server asks to wait</source>
        <translation>O servidor pede para aguardar</translation>
    </message>
    <message>
        <source>The server has a fault; it is tried again</source>
        <translation>O servidor está com uma falha; nova tentativa em breve</translation>
    </message>
    <message>
        <source>The link broke; it is tried again</source>
        <translation>A conexão caiu; nova tentativa em breve</translation>
    </message>
    <message>
        <source>The records to send cannot be read. Call IT support</source>
        <translation>Não é possível ler os registros a enviar. Chame o suporte técnico</translation>
    </message>
    <message>
        <source>No server is set: records stay here</source>
        <translation>Nenhum servidor configurado: os registros ficam aqui</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Consultando o servidor</translation>
    </message>
    <message>
        <source>Linked to the server</source>
        <translation>Com conexão ao servidor</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n a enviar</numerusform>
            <numerusform>%n a enviar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n retido</numerusform>
            <numerusform>%n retidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending waits for the hours set for it</source>
        <translation>O envio espera o horário definido</translation>
    </message>
    <message>
        <source>What may be sent in a day is used up</source>
        <translation>Já se usou o que se pode enviar em um dia</translation>
    </message>
    <message>
        <source>This link is paid by use: sending waits for another</source>
        <translation>Esta conexão é paga por uso: o envio espera outra</translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation>O envio está em pausa</translation>
    </message>
    <message>
        <source>The server refuses this record (%1). Tell IT support</source>
        <translation>O servidor recusa este registro (%1). Avise o suporte de informática</translation>
    </message>
    <message>
        <source>The server knows this post by another key: nothing is sent. Whoever runs the server has to reset it</source>
        <translation>O servidor conhece este posto por outra chave: nada é enviado. Quem administra o servidor precisa redefini-la</translation>
    </message>
    <message>
        <source>The form asks to encrypt this record, but its key is damaged. Tell IT support</source>
        <translation>O formulário pede para criptografar este registro, mas a chave dele está danificada. Avise o suporte técnico</translation>
    </message>
    <message>
        <source>Signed by the server, and the signature holds</source>
        <translation>Assinado pelo servidor, e a assinatura é válida</translation>
    </message>
    <message>
        <source>The server does not sign</source>
        <translation>O servidor não assina</translation>
    </message>
    <message>
        <source>Signed; the server&apos;s key is not known here</source>
        <translation>Assinado; aqui não se conhece a chave do servidor</translation>
    </message>
    <message>
        <source>Not of this server&apos;s key. Tell IT support</source>
        <translation>Não é da chave deste servidor. Avise o suporte técnico</translation>
    </message>
    <message>
        <source>It proves nothing. Tell IT support</source>
        <translation>Não prova nada. Avise o suporte técnico</translation>
    </message>
    <message>
        <source>The network&apos;s proxy refuses its user or password. Tell IT support</source>
        <translation>O proxy da rede recusa seu usuário ou sua senha. Avise o suporte técnico</translation>
    </message>
    <message>
        <source>The post&apos;s relay does not answer; it is tried again</source>
        <translation>O repetidor do posto não responde; tenta-se de novo</translation>
    </message>
    <message>
        <source>Linked to the post&apos;s relay</source>
        <translation>Com conexão ao repetidor do posto</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Clear</source>
        <extracomment>a decision: the traveller goes on</extracomment>
        <translation>Segue viagem</translation>
    </message>
    <message>
        <source>Second line</source>
        <extracomment>a decision: a second interview by another officer in a separate room</extracomment>
        <translation>Segunda linha</translation>
    </message>
    <message>
        <source>Urgent protection</source>
        <extracomment>a decision: protect at once</extracomment>
        <translation>Proteção urgente</translation>
    </message>
    <message>
        <source>Not stated</source>
        <extracomment>sex as printed in the travel document</extracomment>
        <translation>Não consta</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Feminino</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Masculino</translation>
    </message>
    <message>
        <source>X</source>
        <extracomment>sex as printed in the travel document</extracomment>
        <translation>X</translation>
    </message>
    <message>
        <source>document type</source>
        <translation>tipo de documento</translation>
    </message>
    <message>
        <source>issuing State</source>
        <translation>Estado emissor</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nome</translation>
    </message>
    <message>
        <source>document number</source>
        <translation>número do documento</translation>
    </message>
    <message>
        <source>nationality</source>
        <translation>nacionalidade</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>data de nascimento</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>sexo</translation>
    </message>
    <message>
        <source>date of expiry</source>
        <translation>data de validade</translation>
    </message>
    <message>
        <source>optional data</source>
        <extracomment>a field of the machine readable zone that is the issuer&apos;s</extracomment>
        <translation>dados opcionais</translation>
    </message>
    <message>
        <source>overall check</source>
        <extracomment>the check digit over several fields</extracomment>
        <translation>verificação geral</translation>
    </message>
    <message>
        <source>This is not a whole number. Use digits only.</source>
        <translation>Não é um número inteiro. Use só algarismos.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>Não é um número.</translation>
    </message>
    <message>
        <source>There is no such day. Write it like this: %1</source>
        <translation>Esse dia não existe. Escreva assim: %1</translation>
    </message>
    <message>
        <source>There is no such time. Write it like this: %1</source>
        <translation>Essa hora não existe. Escreva assim: %1</translation>
    </message>
    <message>
        <source>This is not a day with a time. Write it like this: %1</source>
        <translation>Não é um dia com hora. Escreva assim: %1</translation>
    </message>
    <message>
        <source>This answer does not fit the question.</source>
        <translation>A resposta não corresponde à pergunta.</translation>
    </message>
    <message>
        <source>Primary line</source>
        <extracomment>an interview: the checklist at the counter</extracomment>
        <translation>Primeira linha</translation>
    </message>
    <message>
        <source>Second line</source>
        <comment>interview</comment>
        <extracomment>an interview: in private, by another officer</extracomment>
        <translation>Segunda linha</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Rascunho</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Aguardando envio</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Em envio</translation>
    </message>
    <message>
        <source>Received by the server</source>
        <translation>Recebido pelo servidor</translation>
    </message>
    <message>
        <source>Held back: needs a look</source>
        <translation>Retido: é preciso verificar</translation>
    </message>
    <message>
        <source>Children and unaccompanied minors</source>
        <extracomment>a questionnaire</extracomment>
        <translation>Crianças e adolescentes, também desacompanhados</translation>
    </message>
    <message>
        <source>Smuggling of migrants</source>
        <extracomment>a questionnaire; es: tráfico ilícito, pt: contrabando, not trafficking</extracomment>
        <translation>Contrabando de migrantes</translation>
    </message>
    <message>
        <source>Document examination</source>
        <extracomment>a questionnaire</extracomment>
        <translation>Exame de documentos</translation>
    </message>
    <message>
        <source>Vehicle and transport</source>
        <extracomment>a questionnaire</extracomment>
        <translation>Veículo e transporte</translation>
    </message>
    <message>
        <source>Protection needs and referral</source>
        <extracomment>a questionnaire</extracomment>
        <translation>Necessidades de proteção e encaminhamento</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <extracomment>a questionnaire</extracomment>
        <translation>Passagem de turno</translation>
    </message>
    <message>
        <source>Officer</source>
        <extracomment>a role: holds interviews</extracomment>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Shift lead</source>
        <extracomment>a role</extracomment>
        <translation>Chefia de turno</translation>
    </message>
    <message>
        <source>Administrator</source>
        <extracomment>a role</extracomment>
        <translation>Administração</translation>
    </message>
    <message>
        <source>Auditor</source>
        <extracomment>a role: reads all, changes nothing</extracomment>
        <translation>Auditoria</translation>
    </message>
    <message>
        <source>Draft past its term</source>
        <extracomment>why a record was erased</extracomment>
        <translation>Rascunho com o prazo vencido</translation>
    </message>
    <message>
        <source>Record past its term</source>
        <extracomment>why a record was erased</extracomment>
        <translation>Registro com o prazo vencido</translation>
    </message>
    <message>
        <source>The person asks for it</source>
        <extracomment>why a record was erased</extracomment>
        <translation>A pessoa pede</translation>
    </message>
    <message>
        <source>A court orders it</source>
        <extracomment>why a record was erased</extracomment>
        <translation>Um tribunal ordena</translation>
    </message>
    <message>
        <source>An authority orders it</source>
        <extracomment>why a record was erased</extracomment>
        <translation>Uma autoridade ordena</translation>
    </message>
    <message>
        <source>It was begun by mistake</source>
        <extracomment>why a draft is discarded</extracomment>
        <translation>Foi começado por engano</translation>
    </message>
    <message>
        <source>The traveller has another record</source>
        <extracomment>why a draft is discarded</extracomment>
        <translation>A pessoa já tem outro registro</translation>
    </message>
    <message>
        <source>It was practice, about nobody real</source>
        <extracomment>why a draft is discarded</extracomment>
        <translation>Era treino, sobre ninguém real</translation>
    </message>
</context>
<context>
    <name>TrainingTexts</name>
    <message>
        <source>Easy</source>
        <extracomment>of a training scenario</extracomment>
        <translation>Fácil</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>grade</comment>
        <extracomment>of a training scenario</extracomment>
        <translation>Médio</translation>
    </message>
    <message>
        <source>Hard</source>
        <extracomment>of a training scenario</extracomment>
        <translation>Difícil</translation>
    </message>
</context>
<context>
    <name>UnsavedQuestion</name>
    <message>
        <source>Not saved</source>
        <translation>Não salvo</translation>
    </message>
    <message>
        <source>The last answers of an interview are not saved.</source>
        <translation>As últimas respostas de uma entrevista não foram salvas.</translation>
    </message>
    <message>
        <source>The store does not take them now. Stay, leave the program running and call IT support: it tries again. If you leave, they are lost.</source>
        <translation>O armazém não as aceita agora. Fique, deixe o programa aberto e chame o suporte técnico: ele tenta de novo. Se você sair, elas se perdem.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Ficar</translation>
    </message>
    <message>
        <source>Leave without them</source>
        <translation>Sair sem elas</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::AboutWindow</name>
    <message>
        <source>see its text</source>
        <translation>veja o texto</translation>
    </message>
    <message>
        <source>No text of this licence lies beside the program.</source>
        <translation>Ao lado do programa não há nenhum texto desta licença.</translation>
    </message>
    <message>
        <source>About Amparo</source>
        <translation>Sobre o Amparo</translation>
    </message>
    <message>
        <source>Version %1. Free software under the Apache License 2.0.</source>
        <translation>Versão %1. É software livre sob a Apache License 2.0.</translation>
    </message>
    <message>
        <source>Version %1, commit %2. Free software under the Apache License 2.0.</source>
        <translation>Versão %1, commit %2. É software livre sob a Apache License 2.0.</translation>
    </message>
    <message>
        <source>What ships with Amparo</source>
        <translation>O que é entregue com o Amparo</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto da licença</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>Texto de %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::AcknowledgeAnswer</name>
    <message>
        <source>Done</source>
        <translation>Feito</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::AddOfficerDialog</name>
    <message>
        <source>Add an officer</source>
        <translation>Acrescentar agente</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>A&amp;crescentar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>Nome de usuário</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Função</translation>
    </message>
    <message>
        <source>Na&amp;me, as colleagues see it:</source>
        <translation>No&amp;me, como os colegas o veem:</translation>
    </message>
    <message>
        <source>&amp;Login name:</source>
        <translation>Nome de &amp;usuário:</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Função:</translation>
    </message>
    <message>
        <source>Hand the passphrase over in person. The officer changes it after the first sign-in, in the menu that F10 opens.</source>
        <translation>Entregue a frase secreta pessoalmente. O agente a troca depois de entrar pela primeira vez, no menu que F10 abre.</translation>
    </message>
    <message>
        <source>Type the officer&apos;s name and login name.</source>
        <translation>Digite o nome do agente e seu nome de usuário.</translation>
    </message>
    <message>
        <source>Adding the officer…</source>
        <translation>Acrescentando o agente…</translation>
    </message>
    <message>
        <source>%1 can sign in as %2.</source>
        <translation>%1 pode entrar como %2.</translation>
    </message>
    <message>
        <source>Somebody has or had this login name at the post. Choose another, and type the passphrase again.</source>
        <translation>Alguém tem ou teve este nome de usuário no posto. Escolha outro e digite de novo a frase secreta.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>Administração</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Seções</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Seção</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::AuditModel</name>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>What</source>
        <translation>O quê</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De quê</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalhe</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::AuditSection</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;até</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Até</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>O que foi feito</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Quem fez</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Auditoria</translation>
    </message>
    <message>
        <source>&amp;Verify now</source>
        <translation>&amp;Verificar agora</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>Verificar agora</translation>
    </message>
    <message>
        <source>All deeds</source>
        <translation>Todos os atos</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todas as pessoas</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>There is no such entry.</source>
        <translation>Não há nenhuma entrada assim.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n entries; scroll for more.</source>
        <translation>
            <numerusform>A entrada mais nova (%n); role para ver mais.</numerusform>
            <numerusform>As %n entradas mais novas; role para ver mais.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries.</source>
        <translation>
            <numerusform>%n entrada.</numerusform>
            <numerusform>%n entradas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recomputing the chain of entries…</source>
        <translation>Recalculando a cadeia de entradas…</translation>
    </message>
    <message>
        <source>Stopped: up to entry %1 all is sound.</source>
        <translation>Interrompido: até a entrada %1 tudo está íntegro.</translation>
    </message>
    <message>
        <source>%1 Change nothing, and tell headquarters today.</source>
        <translation>%1 Não mude nada e avise hoje a sede.</translation>
    </message>
    <message>
        <source>All %1 entries are sound, and %2 signed checkpoints agree. Somebody with the store&apos;s keys is found out only by what the server has: amparoctl audit verify --receipts.</source>
        <translation>As %1 entradas estão íntegras e %2 pontos de controle assinados coincidem. Quem tem as chaves do armazém só é descoberto pelo que o servidor tem: amparoctl audit verify --receipts.</translation>
    </message>
    <message>
        <source>The entries that are there are sound, up to entry %1. Some from %2 to %3 went with damaged pages, as the salvage at entry %4 tells.</source>
        <translation>As entradas que existem estão em ordem, até a %1. Algumas da %2 à %3 se perderam com páginas danificadas, como diz o salvamento na entrada %4.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::BackupDrillDialog</name>
    <message>
        <source>Try a backup</source>
        <translation>Testar uma cópia de segurança</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Testar</translation>
    </message>
    <message>
        <source>Reads the backup to its end as a restore would, every page and the whole audit log, and changes nothing. It opens with the passphrase that you had on the day when it was made.</source>
        <translation>Lê a cópia até o fim, como faria uma restauração, cada página e toda a auditoria, e não muda nada. Ela abre com a frase secreta que você tinha no dia em que foi feita.</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>Pasta da cópia</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>A sua frase secreta</translation>
    </message>
    <message>
        <source>&amp;Folder of the backup:</source>
        <translation>&amp;Pasta da cópia:</translation>
    </message>
    <message>
        <source>Your &amp;passphrase:</source>
        <translation>A sua &amp;frase secreta:</translation>
    </message>
    <message>
        <source>Type the folder and your passphrase.</source>
        <translation>Digite a pasta e a sua frase secreta.</translation>
    </message>
    <message>
        <source>Reading the backup to its end…</source>
        <translation>Lendo a cópia até o fim…</translation>
    </message>
    <message>
        <source>There is no whole backup in that folder.</source>
        <translation>Nessa pasta não há nenhuma cópia completa.</translation>
    </message>
    <message>
        <source>The backup of %1 can be restored: every page is sound, and the audit log up to entry %2.</source>
        <translation>A cópia de %1 pode ser restaurada: cada página está íntegra, e a auditoria até a entrada %2.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::BackupScheduleDialog</name>
    <message>
        <source>Backups by themselves</source>
        <translation>Cópias de segurança automáticas</translation>
    </message>
    <message>
        <source>&amp;Set the schedule</source>
        <translation>&amp;Definir a programação</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Hours between two backups</source>
        <translation>Horas entre duas cópias</translation>
    </message>
    <message>
        <source>How many are kept</source>
        <translation>Quantas são guardadas</translation>
    </message>
    <message>
        <source>Days for which one is kept</source>
        <translation>Dias que cada uma é guardada</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Escolher…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Escolher a pasta</translation>
    </message>
    <message>
        <source>Best on another disk, which is away from the computer at night. It must be there already: one that is not plugged in is told, not replaced.</source>
        <translation>De preferência em outro disco, que à noite não fique junto do computador. Ele já deve estar lá: se não estiver conectado, isso é avisado, e ele não é substituído.</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Pasta:</translation>
    </message>
    <message>
        <source>One every so many &amp;hours:</source>
        <translation>Uma a cada tantas &amp;horas:</translation>
    </message>
    <message>
        <source>&amp;Keep so many:</source>
        <translation>&amp;Guardar tantas:</translation>
    </message>
    <message>
        <source>For so many &amp;days at most:</source>
        <translation>Por tantos &amp;dias no máximo:</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Pasta para cópias de segurança</translation>
    </message>
    <message>
        <source>Backups are made by themselves while somebody is signed in.</source>
        <translation>As cópias de segurança são feitas sozinhas enquanto houver uma sessão aberta.</translation>
    </message>
    <message>
        <source>Backups are to be made by themselves: %1</source>
        <translation>As cópias de segurança serão feitas sozinhas: %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::BackupsSection</name>
    <message>
        <source>&amp;Backups, newest first</source>
        <translation>&amp;Cópias de segurança, a mais nova primeiro</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cópias de segurança</translation>
    </message>
    <message>
        <source>Back up &amp;now</source>
        <translation>Fazer uma cópia &amp;agora</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Fazer uma cópia agora</translation>
    </message>
    <message>
        <source>&amp;Try whether one can be restored…</source>
        <translation>&amp;Testar se uma pode ser restaurada…</translation>
    </message>
    <message>
        <source>Try whether one can be restored</source>
        <translation>Testar se uma pode ser restaurada</translation>
    </message>
    <message>
        <source>&amp;Schedule…</source>
        <translation>P&amp;rogramação…</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programação</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>time, size, folder</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>No backup is made by itself: an administrator sets a schedule.</source>
        <translation>Nenhuma cópia de segurança é feita sozinha: a administração define uma programação.</translation>
    </message>
    <message>
        <source>%1 The last try failed. %2</source>
        <extracomment>how backups stand, then why</extracomment>
        <translation>%1 A última tentativa falhou. %2</translation>
    </message>
    <message>
        <source>Copying the store…</source>
        <translation>Copiando o armazém…</translation>
    </message>
    <message>
        <source>Reading the backup back…</source>
        <translation>Relendo a cópia…</translation>
    </message>
    <message>
        <source>Backed up and read back.</source>
        <translation>Cópia feita e relida.</translation>
    </message>
    <message>
        <source>The schedule is set by headquarters or by IT: it is not changed here.</source>
        <translation>A programação é definida pela sede ou pela informática: não se altera aqui.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::CardChoices</name>
    <message>
        <source>&amp;Card</source>
        <translation>&amp;Cartão</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Cartão</translation>
    </message>
    <message>
        <source>&amp;Language of the traveller</source>
        <translation>&amp;Idioma do viajante</translation>
    </message>
    <message>
        <source>Language of the traveller</source>
        <translation>Idioma do viajante</translation>
    </message>
    <message>
        <source>Countries on the way</source>
        <translation>Países do caminho</translation>
    </message>
    <message>
        <source>&amp;QR code of</source>
        <translation>Código &amp;QR de</translation>
    </message>
    <message>
        <source>QR code of</source>
        <translation>Código QR de</translation>
    </message>
    <message>
        <source>&amp;Name the laws</source>
        <translation>&amp;Nomear as leis</translation>
    </message>
    <message>
        <source>Name the laws</source>
        <translation>Nomear as leis</translation>
    </message>
    <message>
        <source>No QR code</source>
        <translation>Sem código QR</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::CardScreen</name>
    <message>
        <source>Information</source>
        <translation>Informação</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Cartão</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Menor (−)</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto menor</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Maior (+)</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto maior</translation>
    </message>
    <message>
        <source>Hide (F9)</source>
        <translation>Ocultar (F9)</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ChangeRoleDialog</name>
    <message>
        <source>&amp;Change the role</source>
        <translation>&amp;Mudar a função</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Função</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Função:</translation>
    </message>
    <message>
        <source>An officer sees own travellers, a shift lead those of the day, an auditor all and changes nothing. An administrator manages accounts, keys and policies and sees no traveller.</source>
        <translation>Um agente vê os próprios viajantes; a chefia de turno, os do dia; a auditoria, todos, e não muda nada. A administração cuida de contas, chaves e políticas e não vê nenhum viajante.</translation>
    </message>
    <message>
        <source>Changing the role…</source>
        <translation>Mudando a função…</translation>
    </message>
    <message>
        <source>%1 has this role from the next sign-in on: %2.</source>
        <translation>%1 tem esta função a partir da próxima vez que entrar: %2.</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Mudar a função</translation>
    </message>
    <message>
        <source>What %1 may do, from the next sign-in on:</source>
        <translation>O que %1 pode fazer, a partir da próxima vez que entrar:</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ChecklistRow</name>
    <message>
        <source>%1 (required)</source>
        <extracomment>%1 is a question that must be answered</extracomment>
        <translation>%1 (obrigatória)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an item of a checklist, %2 an answer</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::CloseShiftDialog</name>
    <message>
        <source>Not counted</source>
        <translation>Sem contagem</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Fechar o turno</translation>
    </message>
    <message>
        <source>People checked</source>
        <translation>Pessoas controladas</translation>
    </message>
    <message>
        <source>Notes for the next shift</source>
        <translation>Notas para o próximo turno</translation>
    </message>
    <message>
        <source>Confirm closing</source>
        <translation>Confirmar o fechamento</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) stay open for the next shift.</source>
        <translation>
            <numerusform>%n rascunho fica aberto para o próximo turno.</numerusform>
            <numerusform>%n rascunhos ficam abertos para o próximo turno.</numerusform>
        </translation>
    </message>
    <message>
        <source>People checked in this shift, screened or not:</source>
        <translation>Pessoas controladas neste turno, com ou sem entrevista:</translation>
    </message>
    <message>
        <source>Notes for the next shift (no names):</source>
        <translation>Notas para o próximo turno (sem nomes):</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::DateField</name>
    <message>
        <source>Calendar</source>
        <translation>Calendário</translation>
    </message>
    <message>
        <source>for instance %1</source>
        <translation>por exemplo %1</translation>
    </message>
    <message>
        <source>Choose a day: %1</source>
        <translation>Escolher um dia: %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::DecisionBar</name>
    <message>
        <source>Still missing (%1):</source>
        <translation>Ainda falta (%1):</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Sua decisão</translation>
    </message>
    <message>
        <source>Why you depart from the advice</source>
        <translation>Por que se afasta do conselho</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisão</translation>
    </message>
    <message>
        <source>%1 (%2), advised</source>
        <extracomment>a button: %1 a decision, %2 its key</extracomment>
        <translation>%1 (%2), aconselhado</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Advised</source>
        <translation>Aconselhado</translation>
    </message>
    <message>
        <source>&amp;Why do you depart from the advice?</source>
        <translation>&amp;Por que se afasta do conselho?</translation>
    </message>
    <message>
        <source>Reason for departing from the advice</source>
        <translation>Motivo para se afastar do conselho</translation>
    </message>
    <message>
        <source>One sentence; no names of other people</source>
        <translation>Uma frase; sem nomes de outras pessoas</translation>
    </message>
    <message>
        <source>Finalise (Ctrl+Enter)</source>
        <translation>Finalizar (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Finalise</source>
        <translation>Finalizar</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Rascunho salvo</translation>
    </message>
    <message>
        <source>The last answer is not saved yet. Leave the program running; it tries again.</source>
        <translation>A última resposta ainda não foi salva. Deixe o programa aberto; ele tenta de novo.</translation>
    </message>
    <message>
        <source>&amp;Discard the draft…</source>
        <translation>Desca&amp;rtar o rascunho…</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Descartar o rascunho</translation>
    </message>
    <message>
        <source>The record is not final yet; the draft is kept. Try again, or call IT support.</source>
        <translation>O registro ainda não é definitivo; o rascunho foi mantido. Tente de novo ou chame o suporte técnico.</translation>
    </message>
    <message>
        <source>The record is not final, and its last answers are not saved. Leave the program running and call IT support; it tries again.</source>
        <translation>O registro não é definitivo e as últimas respostas não foram salvas. Deixe o programa aberto e chame o suporte técnico; ele tenta de novo.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::DeedDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::DiscardDialog</name>
    <message>
        <source>Discard the draft</source>
        <translation>Descartar o rascunho</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>The draft and its answers cannot be brought back. The audit log keeps who discarded it and why.</source>
        <translation>O rascunho e suas respostas não podem ser recuperados. O registro de auditoria guarda quem o descartou e por quê.</translation>
    </message>
    <message numerus="yes">
        <source>%n sign(s) are noted in it. If the traveller is real, make the record final instead.</source>
        <translation>
            <numerusform>Há %n sinal anotado nele. Se a pessoa é real, finalize o registro em vez de descartá-lo.</numerusform>
            <numerusform>Há %n sinais anotados nele. Se a pessoa é real, finalize o registro em vez de descartá-lo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Motivo:</translation>
    </message>
    <message>
        <source>Discarding…</source>
        <translation>Descartando…</translation>
    </message>
    <message>
        <source>The draft is discarded.</source>
        <translation>O rascunho foi descartado.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::EncounterPanel</name>
    <message>
        <source>Earlier encounters: %1</source>
        <translation>Encontros anteriores: %1</translation>
    </message>
    <message>
        <source>Earlier encounters</source>
        <translation>Encontros anteriores</translation>
    </message>
    <message>
        <source>Earlier encounters and shared answers</source>
        <translation>Encontros anteriores e respostas em comum</translation>
    </message>
    <message>
        <source>Nothing to look up yet.</source>
        <translation>Ainda não há nada a procurar.</translation>
    </message>
    <message>
        <source>Looking for earlier encounters…</source>
        <translation>Procurando encontros anteriores…</translation>
    </message>
    <message>
        <source>Earlier encounters could not be looked up. Go on without them.</source>
        <translation>Não foi possível procurar encontros anteriores. Continue sem eles.</translation>
    </message>
    <message numerus="yes">
        <source>Many look-ups in a short time. The next can be made in %n minute(s).</source>
        <translation>
            <numerusform>Muitas buscas em pouco tempo. A próxima poderá ser feita em %n minuto.</numerusform>
            <numerusform>Muitas buscas em pouco tempo. A próxima poderá ser feita em %n minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>They may have ordinary reasons. They never change the advice.</source>
        <translation>Podem ter razões comuns. Nunca mudam o conselho.</translation>
    </message>
    <message>
        <source>None is known at this post. That says nothing about today.</source>
        <translation>Neste posto não se conhece nenhum. Isso não diz nada sobre hoje.</translation>
    </message>
    <message>
        <source>Older records are still being added.</source>
        <translation>Registros mais antigos ainda estão sendo acrescentados.</translation>
    </message>
    <message>
        <source>Press to fold</source>
        <translation>Pressione para recolher</translation>
    </message>
    <message>
        <source>Press to show</source>
        <translation>Pressione para mostrar</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::EndAccountDialog</name>
    <message>
        <source>&amp;Suspend</source>
        <translation>&amp;Suspender</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Remover</translation>
    </message>
    <message>
        <source>%1 will not be able to sign in until an administrator gives a new passphrase.</source>
        <translation>%1 não poderá entrar até que a administração dê uma nova frase secreta.</translation>
    </message>
    <message>
        <source>%1 will not be able to sign in, and nobody else gets this login name. The name stays on the records. This cannot be undone.</source>
        <translation>%1 não poderá entrar, e ninguém mais recebe este nome de usuário. O nome fica nos registros. Isto não pode ser desfeito.</translation>
    </message>
    <message>
        <source>Whoever copied the key file before still opens this store with the old passphrase. So change the store&apos;s key afterwards.</source>
        <translation>Quem copiou antes o arquivo de chaves ainda abre este armazém com a frase secreta antiga. Por isso, troque depois a chave do armazém.</translation>
    </message>
    <message>
        <source>Closing the account…</source>
        <translation>Fechando a conta…</translation>
    </message>
    <message>
        <source>%1 can no longer sign in. Change the store&apos;s key next, so that no copy of the key file made before opens it.</source>
        <translation>%1 não pode mais entrar. Agora troque a chave do armazém, para que nenhuma cópia anterior do arquivo de chaves o abra.</translation>
    </message>
    <message>
        <source>Suspend the account</source>
        <translation>Suspender a conta</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Remover a conta</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::EraseDialog</name>
    <message>
        <source>Erase before term</source>
        <translation>Apagar antes do prazo</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>&amp;Apagar</translation>
    </message>
    <message>
        <source>All records of this person at this post are erased and cannot be brought back; date, reason and the server&apos;s receipt stay. The server&apos;s copy is the server&apos;s to erase, and backups hold the records until they expire.</source>
        <translation>Todos os registros desta pessoa neste posto são apagados e não voltam; ficam data, motivo e recibo do servidor. A cópia do servidor cabe ao servidor apagar, e as cópias de segurança guardam os registros até vencerem.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Motivo:</translation>
    </message>
    <message>
        <source>Erase all records of the person whose record is open, before their term. Reason: %1.</source>
        <translation>Apagar todos os registros da pessoa cujo registro está aberto, antes do prazo. Motivo: %1.</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Apagando…</translation>
    </message>
    <message>
        <source>All records of this person are erased.</source>
        <translation>Todos os registros desta pessoa foram apagados.</translation>
    </message>
    <message>
        <source>A record of this person is kept beyond its term, or is being sent right now. Nothing was erased.</source>
        <translation>Um registro desta pessoa está retido ou está sendo enviado agora. Nada foi apagado.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::FeedbackView</name>
    <message>
        <source>%1 of %2 points</source>
        <translation>%1 de %2 pontos</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Aprovado</translation>
    </message>
    <message>
        <source>Not passed: something was done that must never be done</source>
        <translation>Não aprovado: fez-se algo que nunca se deve fazer</translation>
    </message>
    <message>
        <source>Not passed: the decision was not right</source>
        <translation>Não aprovado: a decisão não foi correta</translation>
    </message>
    <message>
        <source>Not passed: %1 points are needed</source>
        <translation>Não aprovado: são necessários %1 pontos</translation>
    </message>
    <message>
        <source>This result could not be kept. Go on, and tell IT support.</source>
        <translation>Este resultado não pôde ser guardado. Continue e avise o suporte técnico.</translation>
    </message>
    <message>
        <source>What came out, and why</source>
        <translation>O que resultou e por quê</translation>
    </message>
    <message>
        <source>Why a flag never decides</source>
        <translation>Por que um aviso nunca decide</translation>
    </message>
    <message>
        <source>Large: flagged and affected. Rings: flagged and not affected. Small: not flagged.</source>
        <translation>Grandes: apontados e afetados. Anéis: apontados sem serem afetados. Pequenos: não apontados.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Tentar de novo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Back to the &amp;list</source>
        <translation>Voltar à &amp;lista</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Voltar à lista</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::GivePassphraseDialog</name>
    <message>
        <source>&amp;Give the passphrase</source>
        <translation>&amp;Dar a frase secreta</translation>
    </message>
    <message>
        <source>%1 is suspended. With a new passphrase the account opens again.</source>
        <translation>A conta de %1 está suspensa. Com uma nova frase secreta ela volta a abrir.</translation>
    </message>
    <message>
        <source>The passphrase that %1 has now opens nothing any more.</source>
        <translation>A frase secreta que %1 tem agora deixa de abrir.</translation>
    </message>
    <message>
        <source>Hand the passphrase over in person. The officer changes it after the first sign-in, in the menu that F10 opens.</source>
        <translation>Entregue a frase secreta pessoalmente. O agente a troca depois de entrar pela primeira vez, no menu que F10 abre.</translation>
    </message>
    <message>
        <source>Changing the passphrase…</source>
        <translation>Trocando a frase secreta…</translation>
    </message>
    <message>
        <source>%1 signs in with the new passphrase from now on.</source>
        <translation>A partir de agora %1 entra com a nova frase secreta.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nova frase secreta</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::HeadingRow</name>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Remover: %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::HelpCardsPage</name>
    <message>
        <source>Help cards</source>
        <translation>Cartões de ajuda</translation>
    </message>
    <message>
        <source>The card as the traveller reads it</source>
        <translation>O cartão como o viajante lê</translation>
    </message>
    <message>
        <source>Show on the whole screen (F11)</source>
        <translation>Mostrar na tela inteira (F11)</translation>
    </message>
    <message>
        <source>Show on the whole screen</source>
        <translation>Mostrar na tela inteira</translation>
    </message>
    <message>
        <source>Cards of this shift</source>
        <translation>Cartões deste turno</translation>
    </message>
    <message>
        <source>A native speaker reviewed this text on %1.</source>
        <translation>Um falante nativo revisou este texto em %1.</translation>
    </message>
    <message>
        <source>No native speaker has reviewed this text yet. Ask an interpreter if you can.</source>
        <translation>Nenhum falante nativo revisou este texto ainda. Se puder, pergunte a um intérprete.</translation>
    </message>
    <message>
        <source>The card shows no number: choose a country on the way.</source>
        <translation>O cartão não mostra nenhum número: escolha um país do caminho.</translation>
    </message>
    <message>
        <source>Nobody has confirmed all of these numbers by a call yet. Call one before you give the card.</source>
        <translation>Ninguém confirmou ainda todos estes números por ligação. Ligue para um antes de dar o cartão.</translation>
    </message>
    <message>
        <source>Some of these numbers were last confirmed more than 180 days ago. Call one before you give the card.</source>
        <translation>Alguns destes números foram confirmados há mais de 180 dias. Ligue para um antes de dar o cartão.</translation>
    </message>
    <message>
        <source>The leaflet went to the printer.</source>
        <translation>O folheto foi para a impressora.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Escrito: %1</translation>
    </message>
    <message>
        <source>This shift: %1 shown, %2 as leaflets</source>
        <translation>Este turno: %1 mostrados, %2 em folheto</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::HelpWindow</name>
    <message>
        <source>Amparo: help</source>
        <translation>Amparo: ajuda</translation>
    </message>
    <message>
        <source>Search the help (Ctrl+F)</source>
        <translation>Buscar na ajuda (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Buscar na ajuda</translation>
    </message>
    <message>
        <source>Help topics</source>
        <translation>Tópicos de ajuda</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or shorter words: beginnings are enough.</source>
        <translation>Nada encontrado. Tente menos palavras ou mais curtas: basta o começo.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Voltar (Alt+Esquerda)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Fechar a ajuda</translation>
    </message>
    <message>
        <source>No native speaker has reviewed this translation yet.</source>
        <translation>Nenhum falante nativo revisou ainda esta tradução.</translation>
    </message>
    <message>
        <source>&amp;About Amparo…</source>
        <translation>&amp;Sobre o Amparo…</translation>
    </message>
    <message>
        <source>About Amparo and its licences</source>
        <translation>Sobre o Amparo e suas licenças</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::HoldDialog</name>
    <message>
        <source>Keep beyond term</source>
        <translation>Reter além do prazo</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Reter</translation>
    </message>
    <message>
        <source>The records of this person stay, whatever their term, until the hold is ended by two people.</source>
        <translation>Os registros desta pessoa ficam, qualquer que seja o prazo, até que duas pessoas encerrem a retenção.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referência</translation>
    </message>
    <message>
        <source>&amp;Reference of the court or authority, no name:</source>
        <translation>&amp;Referência do tribunal ou da autoridade, sem nomes:</translation>
    </message>
    <message>
        <source>Setting the hold…</source>
        <translation>Definindo a retenção…</translation>
    </message>
    <message>
        <source>The records of this person stay until the hold is ended.</source>
        <translation>Os registros desta pessoa ficam até que a retenção seja encerrada.</translation>
    </message>
    <message>
        <source>A reference has 1 to 40 letters, digits and the signs - . / _</source>
        <translation>Uma referência tem de 1 a 40 letras, algarismos e os sinais - . / _</translation>
    </message>
    <message>
        <source>They are kept under this reference already.</source>
        <translation>Já estão retidos com esta referência.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::InstitutionsModel</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Serviços</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horário</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::KeysSection</name>
    <message>
        <source>Copying the store under its new key…</source>
        <translation>Copiando o armazém com a chave nova…</translation>
    </message>
    <message>
        <source>Reading the copy back. What you do meanwhile waits for it.</source>
        <translation>Relendo a cópia. O que você fizer nesse meio-tempo espera.</translation>
    </message>
    <message>
        <source>The store has a new key. Everybody&apos;s passphrase stays as it was. Make a backup next: older ones open with the old key.</source>
        <translation>O armazém tem uma chave nova. As frases secretas continuam como estavam. Faça agora uma cópia de segurança: as anteriores abrem com a chave velha.</translation>
    </message>
    <message>
        <source>The store&apos;s key opens all records; every passphrase gives it. After a change, a copy of the key file that somebody took before opens nothing. All passphrases stay as they are. It needs room for a second copy of the store, and can be stopped until the copy is read back.</source>
        <translation>A chave do armazém abre todos os registros; cada frase secreta dá acesso a ela. Depois de uma troca, uma cópia do arquivo de chaves que alguém tenha tirado antes não abre nada. Todas as frases secretas continuam iguais. É preciso espaço para uma segunda cópia do armazém, e dá para parar até a cópia ser relida.</translation>
    </message>
    <message>
        <source>&amp;Change the key</source>
        <translation>&amp;Trocar a chave</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Trocar a chave</translation>
    </message>
    <message>
        <source>Headquarters&apos; recovery key</source>
        <translation>Chave de recuperação da sede</translation>
    </message>
    <message>
        <source>&amp;File with its public half</source>
        <translation>&amp;Arquivo com a metade pública</translation>
    </message>
    <message>
        <source>File with the public half</source>
        <translation>Arquivo com a metade pública</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>&amp;Escolher…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Escolher o arquivo</translation>
    </message>
    <message>
        <source>&amp;Read it…</source>
        <translation>&amp;Ler…</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>Ler o arquivo</translation>
    </message>
    <message>
        <source>An account was removed or suspended since the last change: change the key now.</source>
        <translation>Uma conta foi removida ou suspensa desde a última troca: troque a chave agora.</translation>
    </message>
    <message>
        <source>Set. Fingerprint: %1</source>
        <translation>Definida. Impressão digital: %1</translation>
    </message>
    <message>
        <source>None is set: if all passphrases are lost, nobody opens this store.</source>
        <translation>Não há nenhuma: se todas as frases secretas se perderem, ninguém abre este armazém.</translation>
    </message>
    <message>
        <source>Stopped: the store has the key that it had. You can begin again.</source>
        <translation>Interrompido: o armazém tem a chave que tinha. Você pode começar de novo.</translation>
    </message>
    <message>
        <source>Public half of headquarters&apos; key</source>
        <translation>Metade pública da chave da sede</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Esse arquivo não existe.</translation>
    </message>
    <message>
        <source>That file holds no recovery key. Ask headquarters for the public half again.</source>
        <translation>Esse arquivo não contém uma chave de recuperação. Peça de novo a metade pública à sede.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::LanesView</name>
    <message>
        <source>Lanes deliver to this station, %1, while somebody is signed in here.</source>
        <translation>As faixas entregam a esta estação, %1, enquanto alguém está com a sessão aberta aqui.</translation>
    </message>
    <message>
        <source>Lanes cannot reach this station: its address is not this computer&apos;s, or is taken. They keep their records. Tell IT support.</source>
        <translation>As faixas não conseguem chegar a esta estação: o endereço não é deste computador, ou está ocupado. Elas guardam seus registros. Avise o suporte.</translation>
    </message>
    <message>
        <source>This station takes nothing from lanes any more.</source>
        <translation>Esta estação não recebe mais nada das faixas.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ainda não</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Faixas</translation>
    </message>
    <message>
        <source>No workstation delivers here yet. IT enrols them.</source>
        <translation>Nenhuma estação de trabalho entrega aqui ainda. A informática as inscreve.</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Faixa</translation>
    </message>
    <message>
        <source>Last heard of</source>
        <translation>Último sinal</translation>
    </message>
    <message>
        <source>Records received today</source>
        <translation>Registros recebidos hoje</translation>
    </message>
    <message>
        <source>Waiting to go on</source>
        <translation>Esperam para seguir</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::LeafletBar</name>
    <message>
        <source>Size of the leaflet</source>
        <translation>Tamanho do folheto</translation>
    </message>
    <message>
        <source>Several on &amp;A4</source>
        <translation>Vários em &amp;A4</translation>
    </message>
    <message>
        <source>Several on A4</source>
        <translation>Vários em A4</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>Im&amp;primir…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>&amp;Salvar como PDF…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Salvar como PDF</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::LockPage</name>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>The session of %1 is locked.</source>
        <translation>A sessão de %1 está bloqueada.</translation>
    </message>
    <message>
        <source>P&amp;IN of this shift</source>
        <translation>P&amp;IN deste turno</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase secreta</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation>Abrindo a base de dados</translation>
    </message>
    <message>
        <source>Drafts are saved. The store is closed: records go out again after signing in.</source>
        <translation>Os rascunhos estão salvos. A base de dados está fechada: os registros voltam a ser enviados depois que alguém entrar.</translation>
    </message>
    <message>
        <source>&amp;Another officer signs in</source>
        <translation>&amp;Outro agente entra</translation>
    </message>
    <message>
        <source>Another officer signs in</source>
        <translation>Outro agente entra</translation>
    </message>
    <message>
        <source>Opening the store…</source>
        <translation>Abrindo a base de dados…</translation>
    </message>
    <message>
        <source>Type your PIN or your passphrase.</source>
        <translation>Digite seu PIN ou sua frase secreta.</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>Digite sua frase secreta.</translation>
    </message>
    <message numerus="yes">
        <source>The PIN is wrong. After %n more it is gone.</source>
        <translation>
            <numerusform>O PIN não está correto. Com mais %n ele é anulado.</numerusform>
            <numerusform>O PIN não está correto. Com mais %n ele é anulado.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last answers are not saved yet: they wait, sealed, in this computer&apos;s memory until you come back. Leave the program running and call IT support.</source>
        <translation>As últimas respostas ainda não foram salvas: elas esperam, seladas, na memória deste computador até você voltar. Deixe o programa aberto e chame o suporte técnico.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::LockTimeDialog</name>
    <message>
        <source>Lock by itself</source>
        <translation>Bloqueio automático</translation>
    </message>
    <message>
        <source>&amp;Change the lock</source>
        <translation>&amp;Mudar o bloqueio</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>The window locks when nobody has touched key, mouse or screen for so long. Shorter is safer at a counter that others can reach.</source>
        <translation>A janela é bloqueada quando ninguém tocou teclado, mouse ou tela durante este tempo. Um tempo mais curto é mais seguro em um balcão ao alcance de outros.</translation>
    </message>
    <message>
        <source>&amp;Minutes:</source>
        <translation>&amp;Minutos:</translation>
    </message>
    <message numerus="yes">
        <source>The window is to lock after %n minute(s) without a touch.</source>
        <translation>
            <numerusform>A janela deve ser bloqueada depois de %n minuto sem uso.</numerusform>
            <numerusform>A janela deve ser bloqueada depois de %n minutos sem uso.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The window locks after %n minute(s) from now on.</source>
        <translation>
            <numerusform>A partir de agora a janela é bloqueada depois de %n minuto.</numerusform>
            <numerusform>A partir de agora a janela é bloqueada depois de %n minutos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::MainWindow</name>
    <message>
        <source>Amparo: %1</source>
        <translation>Amparo: %1</translation>
    </message>
    <message>
        <source>Amparo: TRAINING</source>
        <translation>Amparo: TREINAMENTO</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::MomentAnswer</name>
    <message>
        <source>Time of day: %1</source>
        <translation>Hora: %1</translation>
    </message>
    <message>
        <source>for instance %1</source>
        <translation>por exemplo %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::NoticesPanel</name>
    <message>
        <source>Version %1 of the program is there. %2. %3</source>
        <translation>Há uma versão %1 do programa. %2. %3</translation>
    </message>
    <message>
        <source>From headquarters: %1. %2</source>
        <translation>Da sede: %1. %2</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Até %1</translation>
    </message>
    <message>
        <source>All &amp;notices of headquarters (%1)…</source>
        <translation>Todos os &amp;avisos da sede (%1)…</translation>
    </message>
    <message>
        <source>All notices of headquarters</source>
        <translation>Todos os avisos da sede</translation>
    </message>
    <message>
        <source>Notices of headquarters</source>
        <translation>Avisos da sede</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::OfficersModel</name>
    <message>
        <source>Suspended</source>
        <extracomment>of an account</extracomment>
        <translation>Suspensa</translation>
    </message>
    <message>
        <source>Can sign in</source>
        <translation>Pode entrar</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>of a sign-in</extracomment>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>Nome de usuário</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Função</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Última entrada</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::OfficersSection</name>
    <message>
        <source>Officers</source>
        <translation>Agentes</translation>
    </message>
    <message>
        <source>&amp;Add an officer…</source>
        <translation>&amp;Acrescentar agente…</translation>
    </message>
    <message>
        <source>New &amp;passphrase…</source>
        <translation>Nova &amp;frase secreta…</translation>
    </message>
    <message>
        <source>Change the &amp;role…</source>
        <translation>&amp;Mudar a função…</translation>
    </message>
    <message>
        <source>&amp;Suspend…</source>
        <translation>&amp;Suspender…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Remover…</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::Outline</name>
    <message>
        <source>Parts of the form</source>
        <translation>Partes do formulário</translation>
    </message>
    <message>
        <source>Ctrl+Up and Ctrl+Down go from part to part</source>
        <translation>Ctrl+Acima e Ctrl+Abaixo passam de uma parte a outra</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Perguntas</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 de %2 respondidas</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::OwnPassphraseDialog</name>
    <message>
        <source>My passphrase</source>
        <translation>Minha frase secreta</translation>
    </message>
    <message>
        <source>&amp;Change the passphrase</source>
        <translation>&amp;Trocar a frase secreta</translation>
    </message>
    <message>
        <source>Current passphrase</source>
        <translation>Frase secreta atual</translation>
    </message>
    <message>
        <source>&amp;Current passphrase:</source>
        <translation>Frase secreta &amp;atual:</translation>
    </message>
    <message>
        <source>Type the passphrase that you have now.</source>
        <translation>Digite a frase secreta que você tem agora.</translation>
    </message>
    <message>
        <source>Changing the passphrase…</source>
        <translation>Trocando a frase secreta…</translation>
    </message>
    <message>
        <source>The passphrase is changed. A PIN that you set before is gone.</source>
        <translation>A frase secreta foi trocada. Um PIN que você tenha definido antes foi anulado.</translation>
    </message>
    <message numerus="yes">
        <source>The current passphrase is wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>A frase secreta atual não está correta. Você pode tentar de novo em %n segundo.</numerusform>
            <numerusform>A frase secreta atual não está correta. Você pode tentar de novo em %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PinDialog</name>
    <message>
        <source>PIN for this shift</source>
        <translation>PIN para este turno</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>PIN novo</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>O mesmo PIN outra vez</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Definir o PIN</translation>
    </message>
    <message>
        <source>The PIN brings you back after a lock, on this computer, until the shift ends and for twelve hours at most. After five wrong tries it is gone. It is weaker than your passphrase: never use it for anything else, and sign out when you go home.</source>
        <translation>O PIN traz você de volta depois de um bloqueio, neste computador, até o fim do turno e por no máximo doze horas. Depois de cinco tentativas erradas ele é anulado. Ele é mais fraco que sua frase secreta: não o use para mais nada e saia da sessão ao ir para casa.</translation>
    </message>
    <message>
        <source>&amp;New PIN, 6 digits or more:</source>
        <translation>PIN &amp;novo, 6 números ou mais:</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>&amp;Outra vez:</translation>
    </message>
    <message>
        <source>The two PINs differ. Type the same one twice.</source>
        <translation>Os dois PINs são diferentes. Digite o mesmo duas vezes.</translation>
    </message>
    <message>
        <source>Setting the PIN…</source>
        <translation>Definindo o PIN…</translation>
    </message>
    <message>
        <source>A PIN is for an open shift. Open the shift first.</source>
        <translation>Um PIN é para um turno aberto. Abra o turno primeiro.</translation>
    </message>
    <message>
        <source>You signed in more than twelve hours ago. Sign in with your passphrase again, then set a PIN.</source>
        <translation>Você entrou há mais de doze horas. Entre de novo com sua frase secreta e depois defina um PIN.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PinPolicyDialog</name>
    <message>
        <source>PIN for a shift</source>
        <translation>PIN para um turno</translation>
    </message>
    <message>
        <source>&amp;Change the rule</source>
        <translation>&amp;Mudar a regra</translation>
    </message>
    <message>
        <source>Officers &amp;may set a PIN for a shift</source>
        <translation>Os agentes &amp;podem definir um PIN para um turno</translation>
    </message>
    <message>
        <source>Officers may set a PIN for a shift</source>
        <translation>Os agentes podem definir um PIN para um turno</translation>
    </message>
    <message>
        <source>A PIN is weaker than a passphrase, and quicker: without one, officers tend to leave the window unlocked. Where it is not allowed, PINs that were set open nothing any more.</source>
        <translation>Um PIN é mais fraco que uma frase secreta, e mais rápido: sem ele, tende-se a deixar a janela sem bloqueio. Onde não é permitido, os PINs já definidos deixam de abrir.</translation>
    </message>
    <message>
        <source>Officers are to be allowed a PIN that unlocks until the shift ends.</source>
        <translation>Permitir aos agentes um PIN que desbloqueia até o fim do turno.</translation>
    </message>
    <message>
        <source>Nobody is to unlock with a PIN any more.</source>
        <translation>Que ninguém mais desbloqueie com um PIN.</translation>
    </message>
    <message>
        <source>Officers may set a PIN from now on.</source>
        <translation>A partir de agora os agentes podem definir um PIN.</translation>
    </message>
    <message>
        <source>No PIN unlocks from now on.</source>
        <translation>A partir de agora nenhum PIN desbloqueia.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PoliciesSection</name>
    <message>
        <source>Lock by itself</source>
        <translation>Bloqueio automático</translation>
    </message>
    <message>
        <source>Change the &amp;lock…</source>
        <translation>Mudar o &amp;bloqueio…</translation>
    </message>
    <message>
        <source>PIN for a shift</source>
        <translation>PIN para um turno</translation>
    </message>
    <message>
        <source>Change the &amp;PIN rule…</source>
        <translation>Mudar a regra do &amp;PIN…</translation>
    </message>
    <message>
        <source>How long records stay here</source>
        <translation>Quanto tempo os registros ficam aqui</translation>
    </message>
    <message>
        <source>Change the &amp;terms…</source>
        <translation>Mudar os &amp;prazos…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Change the &amp;server…</source>
        <translation>Mudar o &amp;servidor…</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s) without a key, a touch or the mouse.</source>
        <translation>
            <numerusform>Depois de %n minuto sem teclado, toque ou mouse.</numerusform>
            <numerusform>Depois de %n minutos sem teclado, toque ou mouse.</numerusform>
        </translation>
    </message>
    <message>
        <source>Officers may set a PIN that unlocks until the shift ends.</source>
        <translation>Os agentes podem definir um PIN que desbloqueia até o fim do turno.</translation>
    </message>
    <message>
        <source>Nobody unlocks with a PIN: it takes the passphrase.</source>
        <translation>Ninguém desbloqueia com um PIN: é preciso a frase secreta.</translation>
    </message>
    <message>
        <source>No server is set: records stay on this computer.</source>
        <translation>Nenhum servidor configurado: os registros ficam neste computador.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PolicyDialog</name>
    <message>
        <source>Changing the policy…</source>
        <translation>Mudando a política…</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PostChoice</name>
    <message>
        <source>Headquarters&apos; enrolment file</source>
        <translation>Arquivo de inscrição da sede</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lendo o arquivo…</translation>
    </message>
    <message>
        <source>Post %1, %2 (%3). Its records go to %4.</source>
        <translation>Posto %1, %2 (%3). Seus registros vão para %4.</translation>
    </message>
    <message>
        <source>There is no file of that name. Plug in the stick that it is on, or choose another file; or leave it empty and set the post up without one.</source>
        <translation>Não há nenhum arquivo com esse nome. Conecte o pen drive em que ele está, ou escolha outro arquivo; ou deixe o campo vazio e prepare o posto sem arquivo.</translation>
    </message>
    <message>
        <source>This enrolment file is for a newer version of Amparo. Ask IT support to install that.</source>
        <translation>Este arquivo de inscrição é para uma versão mais nova do Amparo. Peça ao suporte que a instale.</translation>
    </message>
    <message>
        <source>This is no enrolment file of headquarters, or it is damaged. Choose another; or leave it empty and set the post up without one.</source>
        <translation>Este não é um arquivo de inscrição da sede, ou está danificado. Escolha outro; ou deixe o campo vazio e prepare o posto sem arquivo.</translation>
    </message>
    <message>
        <source>Without a file the post keeps its records on this computer until a server is set.</source>
        <translation>Sem arquivo, o posto guarda os registros neste computador até que um servidor seja indicado.</translation>
    </message>
    <message>
        <source>Without a file the records go to %1, as IT has set.</source>
        <translation>Sem arquivo, os registros vão para %1, como o suporte definiu.</translation>
    </message>
    <message>
        <source>The server&apos;s address that IT has set cannot be used. Call IT support.</source>
        <translation>O endereço do servidor que o suporte definiu não pode ser usado. Chame o suporte.</translation>
    </message>
    <message>
        <source>The file is still being read.</source>
        <translation>O arquivo ainda está sendo lido.</translation>
    </message>
    <message>
        <source>Type the code of your post, as the national server knows it.</source>
        <translation>Digite o código do seu posto, como o servidor nacional o conhece.</translation>
    </message>
    <message>
        <source>Type the name of your post.</source>
        <translation>Digite o nome do seu posto.</translation>
    </message>
    <message>
        <source>Type the country&apos;s three letters, as in PER.</source>
        <translation>Digite as três letras do país, por exemplo PER.</translation>
    </message>
    <message>
        <source>&amp;Enrolment file of headquarters:</source>
        <translation>Arquivo de &amp;inscrição da sede:</translation>
    </message>
    <message>
        <source>Enrolment file of headquarters</source>
        <translation>Arquivo de inscrição da sede</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Escolher…</translation>
    </message>
    <message>
        <source>Choose the enrolment file</source>
        <translation>Escolher o arquivo de inscrição</translation>
    </message>
    <message>
        <source>Code of the &amp;post:</source>
        <translation>&amp;Código do posto:</translation>
    </message>
    <message>
        <source>Code of the post</source>
        <translation>Código do posto</translation>
    </message>
    <message>
        <source>Name of the post</source>
        <translation>Nome do posto</translation>
    </message>
    <message>
        <source>&amp;Country, three letters:</source>
        <translation>&amp;País, três letras:</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Looking for what IT has set…</source>
        <translation>Procurando o que o suporte definiu…</translation>
    </message>
    <message>
        <source>Name of the pos&amp;t:</source>
        <translation>Nome do pos&amp;to:</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PrivacyShield</name>
    <message>
        <source>Paused</source>
        <translation>Em pausa</translation>
    </message>
    <message>
        <source>Continue (F9)</source>
        <translation>Continuar (F9)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::QuestionRow</name>
    <message>
        <source>%1 (required)</source>
        <extracomment>%1 is a question that must be answered</extracomment>
        <translation>%1 (obrigatória)</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Orientação</translation>
    </message>
    <message>
        <source>Guidance: %1</source>
        <translation>Orientação: %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RecordDeeds</name>
    <message>
        <source>&amp;Erase before term…</source>
        <translation>&amp;Apagar antes do prazo…</translation>
    </message>
    <message>
        <source>&amp;Keep beyond term…</source>
        <translation>&amp;Reter além do prazo…</translation>
    </message>
    <message>
        <source>E&amp;nd the hold…</source>
        <translation>&amp;Encerrar a retenção…</translation>
    </message>
    <message>
        <source>Kept beyond its term, under: %1</source>
        <translation>Retido além do prazo, sob: %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RecordsModel</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Entrevista</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Conselho</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisão</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situação</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RecordsPage</name>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Search by name or document number</source>
        <translation>Buscar por nome ou número de documento</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Choose a record to read it.</source>
        <translation>Escolha um registro para lê-lo.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situação</translation>
    </message>
    <message numerus="yes">
        <source>More than %n record(s)</source>
        <translation>
            <numerusform>Mais de %n registro</numerusform>
            <numerusform>Mais de %n registros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n registro</numerusform>
            <numerusform>%n registros</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no records yet.</source>
        <translation>Ainda não há registros.</translation>
    </message>
    <message>
        <source>No record has that name or number.</source>
        <translation>Nenhum registro tem esse nome ou número.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RecoveryKeyDialog</name>
    <message>
        <source>Headquarters&apos; recovery key</source>
        <translation>Chave de recuperação da sede</translation>
    </message>
    <message>
        <source>&amp;Set the key</source>
        <translation>&amp;Definir a chave</translation>
    </message>
    <message>
        <source>Whoever has the other half of this key can open the store without any passphrase. Call headquarters and compare, group by group:</source>
        <translation>Quem tiver a outra metade desta chave pode abrir o armazém sem nenhuma frase secreta. Ligue para a sede e compare, grupo por grupo:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Impressão digital</translation>
    </message>
    <message>
        <source>Set it only if all of it is the same.</source>
        <translation>Defina-a só se tudo for igual.</translation>
    </message>
    <message>
        <source>Setting the key…</source>
        <translation>Definindo a chave…</translation>
    </message>
    <message>
        <source>Headquarters can open this store if its passphrases are lost.</source>
        <translation>A sede pode abrir este armazém se as frases secretas se perderem.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ReferralsPage</name>
    <message>
        <source>Referrals</source>
        <translation>Encaminhamentos</translation>
    </message>
    <message>
        <source>Search by name, place or number</source>
        <translation>Buscar por nome, lugar ou número</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Serviço</translation>
    </message>
    <message>
        <source>Whom it serves</source>
        <translation>A quem atende</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>Idioma falado</translation>
    </message>
    <message>
        <source>&amp;Not closed now</source>
        <translation>&amp;Não fechado agora</translation>
    </message>
    <message>
        <source>Not closed now</source>
        <translation>Não fechado agora</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>Instituições</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Instituição</translation>
    </message>
    <message>
        <source>Choose an institution to read all about it.</source>
        <translation>Escolha uma instituição para ler tudo sobre ela.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>Every country</source>
        <translation>Todos os países</translation>
    </message>
    <message>
        <source>Every service</source>
        <translation>Todos os serviços</translation>
    </message>
    <message>
        <source>For whomever</source>
        <translation>Para qualquer pessoa</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Qualquer idioma</translation>
    </message>
    <message>
        <source>%1 of %2 institutions</source>
        <translation>%1 de %2 instituições</translation>
    </message>
    <message>
        <source>No institution fits. Leave a filter open: what is not known may be there all the same.</source>
        <translation>Nenhuma instituição corresponde. Deixe um filtro aberto: o que não se sabe pode existir mesmo assim.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) not confirmed in the last 180 days. Call before you promise anything.</source>
        <translation>
            <numerusform>%n entrada sem confirmação nos últimos 180 dias. Ligue antes de prometer algo.</numerusform>
            <numerusform>%n entradas sem confirmação nos últimos 180 dias. Ligue antes de prometer algo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ReleaseDialog</name>
    <message>
        <source>End the hold</source>
        <translation>Encerrar a retenção</translation>
    </message>
    <message>
        <source>&amp;End the hold</source>
        <translation>&amp;Encerrar a retenção</translation>
    </message>
    <message>
        <source>What is past its term is erased with the next run.</source>
        <translation>O que passou do prazo é apagado na próxima execução.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referência</translation>
    </message>
    <message>
        <source>&amp;Reference:</source>
        <translation>&amp;Referência:</translation>
    </message>
    <message>
        <source>End the hold %1 on the records of the person whose record is open. What is past its term is then erased.</source>
        <translation>Encerrar a retenção %1 dos registros da pessoa cujo registro está aberto. O que passou do prazo é então apagado.</translation>
    </message>
    <message>
        <source>Ending the hold…</source>
        <translation>Encerrando a retenção…</translation>
    </message>
    <message>
        <source>The hold is ended.</source>
        <translation>A retenção foi encerrada.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RepeatRow</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a list, for instance &quot;Persons travelling along&quot;, %2 how many there are</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Adicionar</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Adicionar: %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Relatórios</translation>
    </message>
    <message>
        <source>&amp;Report of</source>
        <translation>Relatório &amp;de</translation>
    </message>
    <message>
        <source>Report of</source>
        <translation>Relatório de</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dia</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <source>Write to &amp;folder</source>
        <translation>Salvar na &amp;pasta</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Escolher…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Escolher a pasta</translation>
    </message>
    <message>
        <source>&amp;Write the report</source>
        <translation>&amp;Gravar o relatório</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Gravar o relatório</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Shift from %1 to %2</source>
        <translation>Turno de %1 a %2</translation>
    </message>
    <message>
        <source>Open shift, since %1</source>
        <translation>Turno aberto, desde %1</translation>
    </message>
    <message>
        <source>A whole day</source>
        <translation>Um dia inteiro</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Pasta para o relatório</translation>
    </message>
    <message>
        <source>Choose a day or a shift, a folder and at least one kind of file.</source>
        <translation>Escolha um dia ou um turno, uma pasta e pelo menos um tipo de arquivo.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Gravando…</translation>
    </message>
    <message>
        <source>Written, readable by you alone: %1</source>
        <translation>Gravado, só você pode ler: %1</translation>
    </message>
    <message>
        <source>E&amp;xport records with names…</source>
        <translation>E&amp;xportar registros com nomes…</translation>
    </message>
    <message>
        <source>Export records with names…</source>
        <translation>Exportar registros com nomes…</translation>
    </message>
    <message>
        <source>Choose a day or a shift, and a folder.</source>
        <translation>Escolha um dia ou um turno, e uma pasta.</translation>
    </message>
    <message>
        <source>Export the records of this period, with names and documents, into a file that is not encrypted. Period: %1. Folder: %2.</source>
        <translation>Exportar os registros deste período, com nomes e documentos, para um arquivo que não é cifrado. Período: %1. Pasta: %2.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) exported, readable by you alone: %1</source>
        <translation>
            <numerusform>%n registro exportado, que só você pode ler: %1</numerusform>
            <numerusform>%n registros exportados, que só você pode ler: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RetentionDialog</name>
    <message>
        <source>How long records stay here</source>
        <translation>Quanto tempo os registros ficam aqui</translation>
    </message>
    <message>
        <source>&amp;Change the terms</source>
        <translation>&amp;Mudar os prazos</translation>
    </message>
    <message>
        <source>This form has &amp;terms of its own</source>
        <translation>Este formulário tem &amp;prazos próprios</translation>
    </message>
    <message>
        <source>Days of a draft</source>
        <translation>Dias de um rascunho</translation>
    </message>
    <message>
        <source>Days of a record</source>
        <translation>Dias de um registro</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulário</translation>
    </message>
    <message>
        <source>All forms</source>
        <translation>Todos os formulários</translation>
    </message>
    <message>
        <source>This form has terms of its own</source>
        <translation>Este formulário tem prazos próprios</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Formulário:</translation>
    </message>
    <message>
        <source>&amp;Drafts, days after the last answer:</source>
        <translation>&amp;Rascunhos, dias depois da última resposta:</translation>
    </message>
    <message>
        <source>&amp;Records, days after the server&apos;s receipt:</source>
        <translation>R&amp;egistros, dias depois do recibo do servidor:</translation>
    </message>
    <message>
        <source>A shorter term erases: what is past it goes with the next run, and cannot be brought back. What the server has not acknowledged stays, and so does what is under hold.</source>
        <translation>Um prazo mais curto apaga: o que já passou dele vai na próxima execução e não volta. O que o servidor não confirmou fica, e também o que está retido.</translation>
    </message>
    <message>
        <source>Records are to stay here as long as this:</source>
        <translation>Os registros devem ficar aqui este tempo:</translation>
    </message>
    <message>
        <source>The new terms count from now on.</source>
        <translation>Os novos prazos valem a partir de agora.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RiskPanel</name>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Conselho</translation>
    </message>
    <message>
        <source>A score advises. You decide.</source>
        <translation>Uma pontuação aconselha. Você decide.</translation>
    </message>
    <message>
        <source>No advice</source>
        <translation>Sem conselho</translation>
    </message>
    <message>
        <source>This form has no risk model. You decide.</source>
        <translation>Este formulário não tem modelo de risco. Você decide.</translation>
    </message>
    <message>
        <source>%1 of %2 signs not known yet</source>
        <translation>%1 de %2 sinais ainda não conhecidos</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Resultado: %1</translation>
    </message>
    <message>
        <source>Act</source>
        <extracomment>first element of trafficking: recruitment, transport, transfer, harbouring or receipt of a person</extracomment>
        <translation>Ato</translation>
    </message>
    <message>
        <source>Means</source>
        <extracomment>second element of trafficking: force, deception, abuse of vulnerability and the like</extracomment>
        <translation>Meios</translation>
    </message>
    <message>
        <source>Purpose</source>
        <extracomment>third element of trafficking: exploitation</extracomment>
        <translation>Finalidade</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>nada registrado</translation>
    </message>
    <message>
        <source>some signs</source>
        <translation>alguns sinais</translation>
    </message>
    <message>
        <source>indicated</source>
        <translation>com indícios</translation>
    </message>
    <message>
        <source>not needed for a child</source>
        <translation>não é preciso se for menor</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an element of trafficking, %2 how far it is shown
----------
%1 is a track, for instance smuggling of migrants, %2 its result</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n ponto</numerusform>
            <numerusform>%n pontos</numerusform>
        </translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimensão</translation>
    </message>
    <message>
        <source>S</source>
        <comment>strong</comment>
        <extracomment>heads of narrow columns: how many strong, medium and weak signs</extracomment>
        <translation>Fo</translation>
    </message>
    <message>
        <source>M</source>
        <comment>medium</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>W</source>
        <comment>weak</comment>
        <translation>Fr</translation>
    </message>
    <message>
        <source>Strong signs</source>
        <translation>Sinais fortes</translation>
    </message>
    <message>
        <source>Medium signs</source>
        <translation>Sinais médios</translation>
    </message>
    <message>
        <source>Weak signs</source>
        <translation>Sinais fracos</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message>
        <source>Treated as a child: in doubt the rules for children apply.</source>
        <translation>Tratada como criança ou adolescente: na dúvida valem as regras para menores.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a sign that was recorded: %1 what, %2 its number in the catalogue</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ScenarioList</name>
    <message>
        <source>Not tried yet</source>
        <translation>Ainda não tentado</translation>
    </message>
    <message>
        <source>Passed, %1 points</source>
        <translation>Aprovado, %1 pontos</translation>
    </message>
    <message>
        <source>Not passed, %1 points</source>
        <translation>Não aprovado, %1 pontos</translation>
    </message>
    <message>
        <source>You have passed %1 of %2 scenarios.</source>
        <translation>Você concluiu com êxito %1 de %2 casos.</translation>
    </message>
    <message>
        <source>%1 of %2 tried</source>
        <translation>%1 de %2 tentados</translation>
    </message>
    <message>
        <source>Practise with invented travellers before it matters. Nothing here becomes a record, a figure or a report.</source>
        <translation>Pratique com viajantes inventados antes que importe. Nada disto vira registro, número ou relatório.</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Casos</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Nível</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Fronteira</translation>
    </message>
    <message>
        <source>Best result</source>
        <translation>Melhor resultado</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Begin (Enter)</source>
        <translation>Começar (Enter)</translation>
    </message>
    <message>
        <source>Begin the scenario</source>
        <translation>Começar o caso</translation>
    </message>
    <message>
        <source>Scenarios passed at this post</source>
        <translation>Casos concluídos com êxito neste posto</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Aprovado</translation>
    </message>
    <message>
        <source>%1 Next: %2</source>
        <translation>%1 A seguir: %2</translation>
    </message>
    <message>
        <source>%1 Nothing is due again today.</source>
        <translation>%1 Hoje nenhum precisa ser repetido.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ScenarioRun</name>
    <message>
        <source>Training scenario</source>
        <translation>Caso de treinamento</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ScreeningPage</name>
    <message>
        <source>Something is missing before the record can be final.</source>
        <translation>Falta algo antes que o registro seja definitivo.</translation>
    </message>
    <message>
        <source>No screening is open. Put a document on the reader, or begin one from Today.</source>
        <translation>Nenhuma entrevista está aberta. Coloque um documento no leitor ou comece uma em Hoje.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Perguntas</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Entrevista</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::SecondPersonDialog</name>
    <message>
        <source>A second person agrees</source>
        <translation>Uma segunda pessoa concorda</translation>
    </message>
    <message>
        <source>I &amp;agree</source>
        <translation>&amp;Concordo</translation>
    </message>
    <message>
        <source>Login name of the second person</source>
        <translation>Nome de usuário da segunda pessoa</translation>
    </message>
    <message>
        <source>Passphrase of the second person</source>
        <translation>Frase secreta da segunda pessoa</translation>
    </message>
    <message>
        <source>%1 asks for your agreement:</source>
        <translation>%1 pede seu acordo:</translation>
    </message>
    <message>
        <source>This takes two people. If you have read it and agree, type your own login name and passphrase: your agreement stands in the audit log. May agree: %1.</source>
        <translation>Isto exige duas pessoas. Se você leu e concorda, digite seu próprio nome de usuário e sua frase secreta: seu acordo fica no registro de auditoria. Podem concordar: %1.</translation>
    </message>
    <message>
        <source>&amp;Login name:</source>
        <translation>Nome de &amp;usuário:</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Frase secreta:</translation>
    </message>
    <message>
        <source>The second person types login name and passphrase.</source>
        <translation>A segunda pessoa digita o nome de usuário e a frase secreta.</translation>
    </message>
    <message>
        <source>Nobody agrees to their own deed: this takes another person.</source>
        <translation>Ninguém concorda com um ato próprio: é preciso outra pessoa.</translation>
    </message>
    <message>
        <source>Checking the passphrase…</source>
        <translation>Conferindo a frase secreta…</translation>
    </message>
    <message>
        <source>This person&apos;s role may not agree to it. May agree: %1.</source>
        <translation>A função desta pessoa não permite concordar com isto. Podem concordar: %1.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ServerDialog</name>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>&amp;Change the server</source>
        <translation>&amp;Mudar o servidor</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>ODK Central, KoboToolbox, Ona (OpenRosa)</source>
        <translation>ODK Central, KoboToolbox, Ona (OpenRosa)</translation>
    </message>
    <message>
        <source>Amparo gateway (thin links)</source>
        <translation>Gateway do Amparo (conexões fracas)</translation>
    </message>
    <message>
        <source>Whoever names the server gets the records. The address begins with https. Where it has a token in it, paste it whole: the token is kept in the store and shown nowhere.</source>
        <translation>Quem nomeia o servidor recebe os registros. O endereço começa com https. Se contiver uma chave de acesso, cole-o inteiro: a chave é guardada no armazém e não é mostrada em lugar nenhum.</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Endereço:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Tipo:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Usuário:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>&amp;Senha:</translation>
    </message>
    <message>
        <source>As it is, where it is left empty</source>
        <translation>Continua igual se ficar vazia</translation>
    </message>
    <message>
        <source>This is no address of a server. It begins with https:// and has no question mark.</source>
        <translation>Este não é o endereço de um servidor. Ele começa com https:// e não leva ponto de interrogação.</translation>
    </message>
    <message>
        <source>Records are to go to this server: %1</source>
        <translation>Enviar os registros a este servidor: %1</translation>
    </message>
    <message>
        <source>Records go to the new server from now on.</source>
        <translation>A partir de agora os registros vão para o novo servidor.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::SetUpPage</name>
    <message>
        <source>Type the administrator&apos;s name and login name.</source>
        <translation>Digite o nome do administrador e seu nome de usuário.</translation>
    </message>
    <message>
        <source>Tick that the passphrase is kept safe: nothing replaces it.</source>
        <translation>Marque que guarda a frase secreta em lugar seguro: nada a substitui.</translation>
    </message>
    <message>
        <source>Making the store of the post…</source>
        <translation>Criando o armazém do posto…</translation>
    </message>
    <message>
        <source>Opening the store…</source>
        <translation>Abrindo a base de dados…</translation>
    </message>
    <message>
        <source>Set up the post</source>
        <translation>Preparar o posto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>This computer has no store yet. Set up your post.</source>
        <translation>Este computador ainda não tem armazém. Prepare o seu posto.</translation>
    </message>
    <message>
        <source>The post</source>
        <translation>O posto</translation>
    </message>
    <message>
        <source>Its first administrator</source>
        <translation>Seu primeiro administrador</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>&amp;Login name:</source>
        <translation>Nome de &amp;usuário:</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>Nome de usuário</translation>
    </message>
    <message>
        <source>I &amp;keep this passphrase safe</source>
        <translation>Guardo esta frase em lugar &amp;seguro</translation>
    </message>
    <message>
        <source>I keep this passphrase safe</source>
        <translation>Guardo esta frase em lugar seguro</translation>
    </message>
    <message>
        <source>Nothing replaces it: without a passphrase or headquarters&apos; recovery key nobody opens the store, not even IT. Written down, it belongs where nobody else finds it.</source>
        <translation>Nada a substitui: sem uma frase secreta ou a chave de recuperação da sede ninguém abre o armazém, nem o suporte. Se a anotar, guarde-a onde ninguém mais a encontre.</translation>
    </message>
    <message>
        <source>Making the store</source>
        <translation>Criando o armazém</translation>
    </message>
    <message>
        <source>&amp;Set up the post</source>
        <translation>Prepa&amp;rar o posto</translation>
    </message>
    <message>
        <source>The post is set up.</source>
        <translation>O posto está preparado.</translation>
    </message>
    <message>
        <source>Delete the enrolment file now, it holds the key by which the server knows this post: %1</source>
        <translation>Apague agora o arquivo de inscrição: ele contém a chave pela qual o servidor reconhece este posto: %1</translation>
    </message>
    <message>
        <source>Add a second administrator, then the officers, on the page Administration.</source>
        <translation>Acrescente um segundo administrador, e depois os agentes, na página Administração.</translation>
    </message>
    <message>
        <source>Set headquarters&apos; recovery key there, if you were given one: it opens the store when all passphrases are lost.</source>
        <translation>Ponha ali a chave de recuperação da sede, se lhe deram uma: ela abre o armazém quando todas as frases secretas se perderam.</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Começar</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Começar</translation>
    </message>
    <message>
        <source>Na&amp;me, as colleagues see it:</source>
        <translation>No&amp;me, como os colegas o veem:</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::SignInPage</name>
    <message>
        <source>Making the demo post…</source>
        <translation>Criando o posto de demonstração…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Sign in to begin your work.</source>
        <translation>Entre para começar seu trabalho.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase secreta</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase secreta</translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation>Abrindo a base de dados</translation>
    </message>
    <message>
        <source>This is a demo post. Sign in as %1 with the passphrase: %2</source>
        <translation>Este é um posto de demonstração. Entre como %1 com a frase secreta: %2</translation>
    </message>
    <message>
        <source>Type your name and your passphrase.</source>
        <translation>Digite seu nome e sua frase secreta.</translation>
    </message>
    <message>
        <source>Opening the store…</source>
        <translation>Abrindo a base de dados…</translation>
    </message>
    <message>
        <source>&amp;Who signs in?</source>
        <translation>&amp;Quem entra?</translation>
    </message>
    <message>
        <source>Who signs in?</source>
        <translation>Quem entra?</translation>
    </message>
    <message>
        <source>Still opening the store. After an update of Amparo it is backed up first, which takes longer: leave the computer on.</source>
        <translation>O armazém ainda está sendo aberto. Depois de uma atualização do Amparo ele passa primeiro por uma cópia de segurança, o que demora mais: deixe o computador ligado.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::SituationPanel</name>
    <message>
        <source>No native speaker has reviewed this translation yet.</source>
        <translation>Nenhum falante nativo revisou ainda esta tradução.</translation>
    </message>
    <message>
        <source>Put on the reader: %1</source>
        <translation>Pôr no leitor: %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>feito</translation>
    </message>
    <message>
        <source>You read the document</source>
        <translation>Você lê o documento</translation>
    </message>
    <message>
        <source>No answer. Others are listening.</source>
        <translation>Sem resposta. Outros estão ouvindo.</translation>
    </message>
    <message>
        <source>No answer. You have not asked whether you may.</source>
        <translation>Sem resposta. Você não perguntou se pode.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>O que acontece</translation>
    </message>
    <message>
        <source>What you may read, ask or do (Enter):</source>
        <translation>O que pode ler, perguntar ou fazer (Enter):</translation>
    </message>
    <message>
        <source>What you may read, ask or do</source>
        <translation>O que pode ler, perguntar ou fazer</translation>
    </message>
    <message>
        <source>Leave the scenario</source>
        <translation>Sair do caso</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::StickWork</name>
    <message>
        <source>The server does not know the post of this stick: nothing of it was taken. Tell IT support.</source>
        <translation>O servidor não conhece o posto deste pen drive: nada dele foi aceito. Avise o suporte.</translation>
    </message>
    <message>
        <source>The server refuses the post of this stick. Tell IT support.</source>
        <translation>O servidor recusa o posto deste pen drive. Avise o suporte.</translation>
    </message>
    <message>
        <source>The receipts cannot be written on the stick. It is full or locked.</source>
        <translation>Os recibos não podem ser gravados no pen drive. Ele está cheio ou protegido.</translation>
    </message>
    <message>
        <source>Part of the stick is damaged. The post has to make it again.</source>
        <translation>Parte do pen drive está danificada. O posto precisa fazê-lo de novo.</translation>
    </message>
    <message>
        <source>Nothing waits: there is nothing to put on a stick.</source>
        <translation>Nada espera: não há o que pôr em um pen drive.</translation>
    </message>
    <message>
        <source>It is not set to whom records are sealed, so none leave on a stick. Tell IT support.</source>
        <translation>Não está definido para quem os registros são selados, por isso nenhum sai em um pen drive. Avise o suporte.</translation>
    </message>
    <message>
        <source>The stick is full. Use another, or make room on it.</source>
        <translation>O pen drive está cheio. Use outro ou libere espaço nele.</translation>
    </message>
    <message>
        <source>Nothing can be written there. Choose another stick or folder.</source>
        <translation>Não é possível gravar ali. Escolha outro pen drive ou pasta.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are on the stick so far. Leave it where it is.</source>
        <translation>
            <numerusform>%n registro está no pen drive até agora. Deixe-o onde está.</numerusform>
            <numerusform>%n registros estão no pen drive até agora. Deixe-o onde está.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are on the stick, sealed. They wait here until their receipts come back.</source>
        <translation>
            <numerusform>%n registro está no pen drive, selado. Ele espera aqui até o recibo voltar.</numerusform>
            <numerusform>%n registros estão no pen drive, selados. Eles esperam aqui até os recibos voltarem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are too large for a stick and wait here.</source>
        <translation>
            <numerusform>%n registro é grande demais para um pen drive e espera aqui.</numerusform>
            <numerusform>%n registros são grandes demais para um pen drive e esperam aqui.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stick cannot be read.</source>
        <translation>O pen drive não pode ser lido.</translation>
    </message>
    <message>
        <source>No receipts have come back yet for what this post has given away.</source>
        <translation>Ainda não voltaram recibos do que este posto entregou.</translation>
    </message>
    <message>
        <source>Receipts came, and the server&apos;s key to check them is not set. Tell IT support.</source>
        <translation>Chegaram recibos, e a chave do servidor para conferi-los não está definida. Avise o suporte.</translation>
    </message>
    <message numerus="yes">
        <source>The server has %n further record(s): the receipts are here now.</source>
        <translation>
            <numerusform>O servidor tem mais %n registro: o recibo já está aqui.</numerusform>
            <numerusform>O servidor tem mais %n registros: os recibos já estão aqui.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stick brings no receipts that are not here already.</source>
        <translation>O pen drive não traz recibos que já não estejam aqui.</translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n record(s): see Held back.</source>
        <translation>
            <numerusform>O servidor recusou %n registro: veja Retidos.</numerusform>
            <numerusform>O servidor recusou %n registros: veja Retidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some are being sent at this moment: read the stick once more in a minute.</source>
        <translation>Alguns estão sendo enviados neste momento: leia o pen drive outra vez em um minuto.</translation>
    </message>
    <message>
        <source>Some receipts prove nothing and changed nothing. Tell IT support.</source>
        <translation>Alguns recibos não provam nada e não mudaram nada. Avise o suporte.</translation>
    </message>
    <message>
        <source>Nothing of Amparo&apos;s is on the stick.</source>
        <translation>Não há nada do Amparo no pen drive.</translation>
    </message>
    <message>
        <source>This station has no server that takes sticks of other posts. Tell IT support.</source>
        <translation>Esta estação não tem um servidor que receba pen drives de outros postos. Avise o suporte.</translation>
    </message>
    <message>
        <source>The records of another post go to the server. Leave the stick where it is.</source>
        <translation>Os registros de outro posto vão para o servidor. Deixe o pen drive onde está.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of another post are at the server now. Give the stick back: the receipts are on it.</source>
        <translation>
            <numerusform>%n registro de outro posto já está no servidor. Devolva o pen drive: o recibo está nele.</numerusform>
            <numerusform>%n registros de outro posto já estão no servidor. Devolva o pen drive: os recibos estão nele.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server has all of this stick already. Give it back: the receipts are on it.</source>
        <translation>O servidor já tem tudo deste pen drive. Devolva-o: os recibos estão nele.</translation>
    </message>
    <message>
        <source>The link or the server gave out. Read the stick in once more later: it goes on where it was.</source>
        <translation>A conexão ou o servidor falhou. Leia o pen drive outra vez mais tarde: continua de onde parou.</translation>
    </message>
    <message>
        <source>The stick is full. Take another for the rest: that goes first onto it.</source>
        <translation>O pen drive está cheio. Pegue outro para o resto, que vai primeiro para ele.</translation>
    </message>
    <message>
        <source>New questionnaires of headquarters are here. They begin at the next sign-in.</source>
        <translation>Chegaram novos questionários da sede. Valem a partir do próximo acesso.</translation>
    </message>
    <message>
        <source>A newer directory of help lines and institutions is here. It begins at the next sign-in.</source>
        <translation>Chegou um diretório mais novo de linhas de ajuda e instituições. Vale a partir do próximo acesso.</translation>
    </message>
    <message>
        <source>New notices of headquarters stand on the page Today.</source>
        <translation>Os novos avisos da sede estão na página Hoje.</translation>
    </message>
    <message>
        <source>The rules that headquarters sets for this post have changed.</source>
        <translation>As regras que a sede define para este posto mudaram.</translation>
    </message>
    <message>
        <source>Something on the stick is not signed by headquarters: it was not taken. Tell IT support.</source>
        <translation>Algo no pen drive não está assinado pela sede: não foi incorporado. Avise o suporte.</translation>
    </message>
    <message>
        <source>Something on the stick needs a newer version of the program. Tell IT support.</source>
        <translation>Algo no pen drive precisa de uma versão mais nova do programa. Avise o suporte.</translation>
    </message>
    <message>
        <source>Something on the stick has expired: it was not taken. Ask headquarters for a newer one.</source>
        <translation>Algo no pen drive venceu: não foi incorporado. Peça à sede um mais novo.</translation>
    </message>
    <message>
        <source>Something of headquarters on the stick cannot be used: it was not taken. Tell IT support.</source>
        <translation>Algo da sede no pen drive não pode ser usado: não foi incorporado. Avise o suporte.</translation>
    </message>
    <message>
        <source>What headquarters sent on the stick is here already.</source>
        <translation>O que a sede enviou no pen drive já está aqui.</translation>
    </message>
    <message>
        <source>Part of what headquarters sent on the stick is damaged. Ask for it again.</source>
        <translation>Parte do que a sede enviou no pen drive está danificada. Peça de novo.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::StoreNotices</name>
    <message>
        <source>An account was removed or suspended, and a copy of the key file that its owner may have still opens this store: change the store&apos;s key (Administration, Keys).</source>
        <translation>Uma conta foi removida ou suspensa, e uma cópia do arquivo de chaves que o dono dela tenha ainda abre este armazém: troque a chave do armazém (Administração, Chaves).</translation>
    </message>
    <message>
        <source>Records that are past their term could not be erased. It is tried again each hour; if it stays so, call IT support.</source>
        <translation>Não foi possível apagar registros com o prazo vencido. Tenta-se de novo a cada hora; se continuar, ligue para o suporte.</translation>
    </message>
    <message>
        <source>On %1 this store had been set back to an older copy: records made in between may be missing. If you do not know why, tell headquarters and IT support today.</source>
        <translation>Em %1 este armazém tinha voltado a uma cópia anterior: podem faltar registros feitos nesse meio-tempo. Se você não sabe por quê, avise hoje a sede e o suporte.</translation>
    </message>
    <message>
        <source>On %1 this store came from another computer. If nobody moved it on purpose, somebody has a copy of it: tell headquarters and IT support today.</source>
        <translation>Em %1 este armazém veio de outro computador. Se ninguém o mudou de propósito, alguém tem uma cópia: avise hoje a sede e o suporte.</translation>
    </message>
    <message>
        <source>No backup is made by itself: set a schedule (Administration, Backups).</source>
        <translation>Nenhuma cópia de segurança é feita sozinha: defina uma programação (Administração, Cópias de segurança).</translation>
    </message>
    <message>
        <source>The backup that is due was not made. %1 %2</source>
        <translation>A cópia de segurança pendente não foi feita. %1 %2</translation>
    </message>
    <message>
        <source>A backup is overdue. %1 It is made by itself while somebody is signed in.</source>
        <translation>Há uma cópia de segurança atrasada. %1 Ela é feita sozinha enquanto houver uma sessão aberta.</translation>
    </message>
    <message>
        <source>On %1 the server had deliveries that this store never made: it was set back to an older copy, or a second copy of it is in use. If you do not know why, tell headquarters and IT support today.</source>
        <translation>Em %1 o servidor tinha entregas que este armazém nunca fez: ele voltou a uma cópia anterior, ou uma segunda cópia está em uso. Se você não sabe por quê, avise hoje a sede e o suporte.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::StoreSection</name>
    <message>
        <source>Trying the seal of every page…</source>
        <translation>Testando o selo de cada página…</translation>
    </message>
    <message>
        <source>Comparing tables and indexes. What you do meanwhile waits for it.</source>
        <translation>Comparando tabelas e índices. O que você fizer nesse meio-tempo espera.</translation>
    </message>
    <message>
        <source>The store is sound: every page, every table, every index.</source>
        <translation>O armazém está íntegro: cada página, cada tabela, cada índice.</translation>
    </message>
    <message>
        <source>Size of the store:</source>
        <translation>Tamanho do armazém:</translation>
    </message>
    <message>
        <source>Free on its disk:</source>
        <translation>Livre no disco dele:</translation>
    </message>
    <message>
        <source>This life of the store:</source>
        <translation>Esta vida do armazém:</translation>
    </message>
    <message>
        <source>Its number:</source>
        <translation>O número dela:</translation>
    </message>
    <message>
        <source>Last entry of the audit log:</source>
        <translation>Última entrada da auditoria:</translation>
    </message>
    <message>
        <source>The full check tries the seal of every page and compares all tables and indexes. It changes nothing and takes minutes for a large store.</source>
        <translation>A verificação completa testa o selo de cada página e compara todas as tabelas e índices. Não muda nada e leva minutos num armazém grande.</translation>
    </message>
    <message>
        <source>Check &amp;everything</source>
        <translation>Verificar &amp;tudo</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Verificar tudo</translation>
    </message>
    <message>
        <source>Since %1, when it was restored from a backup.</source>
        <translation>Desde %1, quando foi restaurado de uma cópia de segurança.</translation>
    </message>
    <message>
        <source>Since %1, when it had been set back to an older copy.</source>
        <translation>Desde %1, quando tinha voltado a uma cópia anterior.</translation>
    </message>
    <message>
        <source>Since %1, when it came from another computer.</source>
        <translation>Desde %1, quando veio de outro computador.</translation>
    </message>
    <message>
        <source>Since %1, when it was saved from a damaged one.</source>
        <translation>Desde %1, quando foi salvo de um danificado.</translation>
    </message>
    <message>
        <source>Since %1, when it was made.</source>
        <translation>Desde %1, quando foi criado.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>number of the entry, beginning of its hash</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The store is damaged and is only read. Change nothing in its folder. Close the program, then restore the last backup (amparoctl backup restore), or save into a new folder all that can be read (amparoctl store salvage): that names what is lost.</source>
        <translation>O armazém está danificado e só é lido. Não mude nada na pasta dele. Feche o programa e restaure a última cópia de segurança (amparoctl backup restore), ou salve em uma pasta nova tudo o que puder ser lido (amparoctl store salvage): isso diz o que se perdeu.</translation>
    </message>
    <message>
        <source>Stopped before the end: up to there nothing was wrong.</source>
        <translation>Interrompida antes do fim: até ali não havia nada de errado.</translation>
    </message>
    <message>
        <source>The store is damaged. Change nothing and call IT support now: the last backup can be restored, or all that can be read be saved into a new store.</source>
        <translation>O armazém está danificado. Não mude nada e ligue agora para o suporte: a última cópia de segurança pode ser restaurada, ou tudo o que puder ser lido pode ser salvo em um armazém novo.</translation>
    </message>
    <message>
        <source>Since %1, when the server knew of another copy.</source>
        <translation>Desde %1, quando o servidor conhecia outra cópia.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::SyncDialog</name>
    <message>
        <source>urgent</source>
        <translation>urgente</translation>
    </message>
    <message>
        <source>The server last answered: %1</source>
        <translation>Última resposta do servidor: %1</translation>
    </message>
    <message>
        <source>Last receipt: %1</source>
        <translation>Último recibo: %1</translation>
    </message>
    <message>
        <source>Next attempt: %1</source>
        <translation>Próxima tentativa: %1</translation>
    </message>
    <message>
        <source>Over the link today: %1</source>
        <translation>Pela conexão hoje: %1</translation>
    </message>
    <message>
        <source>&amp;Go on sending</source>
        <translation>&amp;Continuar enviando</translation>
    </message>
    <message>
        <source>&amp;Pause sending</source>
        <translation>&amp;Pausar o envio</translation>
    </message>
    <message>
        <source>The record is sent again.</source>
        <translation>O registro é enviado de novo.</translation>
    </message>
    <message>
        <source>Server and records to send</source>
        <translation>Servidor e registros a enviar</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Em espera</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Retidos</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recebidos</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Conexão</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulário</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgência</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Próxima tentativa</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>O que aconteceu</translation>
    </message>
    <message>
        <source>What the server said</source>
        <translation>O que o servidor disse</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dia</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Send this one &amp;again</source>
        <translation>Enviar este de &amp;novo</translation>
    </message>
    <message>
        <source>&amp;Send now</source>
        <translation>&amp;Enviar agora</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <source>Send this one again</source>
        <translation>Enviar este de novo</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar agora</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>On a stick since %1</source>
        <translation>Em um pen drive desde %1</translation>
    </message>
    <message>
        <source>The stick, or a folder on it</source>
        <translation>O pen drive, ou uma pasta nele</translation>
    </message>
    <message>
        <source>&amp;To a stick…</source>
        <translation>&amp;Para um pen drive…</translation>
    </message>
    <message>
        <source>&amp;From a stick…</source>
        <translation>&amp;De um pen drive…</translation>
    </message>
    <message>
        <source>To a stick</source>
        <translation>Para um pen drive</translation>
    </message>
    <message>
        <source>From a stick</source>
        <translation>De um pen drive</translation>
    </message>
    <message>
        <source>at the relay, headquarters has not confirmed it</source>
        <translation>no repetidor; a sede não o confirmou</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Records go to the post&apos;s relay, %1</source>
        <translation>Os registros vão para o repetidor do posto, %1</translation>
    </message>
    <message>
        <source>Records go to %1</source>
        <translation>Os registros vão para %1</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Faixas</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>New screening (Ctrl+N)</source>
        <translation>Nova entrevista (Ctrl+N)</translation>
    </message>
    <message>
        <source>New screening</source>
        <translation>Nova entrevista</translation>
    </message>
    <message>
        <source>Or put a document on the reader: the screening begins by itself.</source>
        <translation>Ou coloque um documento no leitor: a entrevista começa sozinha.</translation>
    </message>
    <message>
        <source>&amp;Drafts to go on with</source>
        <translation>&amp;Rascunhos a continuar</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Rascunhos</translation>
    </message>
    <message>
        <source>&amp;Waiting for the second line</source>
        <translation>&amp;Aguardam a segunda linha</translation>
    </message>
    <message>
        <source>Waiting for the second line</source>
        <translation>Aguardam a segunda linha</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>The shift has been open since %1.</source>
        <translation>O turno está aberto desde %1.</translation>
    </message>
    <message>
        <source>No shift is open. Open one to begin.</source>
        <translation>Não há turno aberto. Abra um para começar.</translation>
    </message>
    <message>
        <source>Close the shift…</source>
        <translation>Fechar o turno…</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>Abrir o turno</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Fechar o turno</translation>
    </message>
    <message>
        <source>No document yet, saved %1</source>
        <translation>Ainda sem documento, salvo: %1</translation>
    </message>
    <message>
        <source>%1, saved %2</source>
        <translation>%1, salvo: %2</translation>
    </message>
    <message>
        <source>No name, since %1</source>
        <translation>Sem nome, desde %1</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, desde %2</translation>
    </message>
    <message numerus="yes">
        <source>%n screening(s) finished in this shift</source>
        <translation>
            <numerusform>%n entrevista concluída neste turno</numerusform>
            <numerusform>%n entrevistas concluídas neste turno</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) waiting to be sent</source>
        <translation>
            <numerusform>%n registro aguardando envio</numerusform>
            <numerusform>%n registros aguardando envio</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received by the server</source>
        <translation>
            <numerusform>%n recebido pelo servidor</numerusform>
            <numerusform>%n recebidos pelo servidor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n retido</numerusform>
            <numerusform>%n retidos</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Other questionnaire</source>
        <translation>&amp;Outro questionário</translation>
    </message>
    <message>
        <source>Other questionnaire</source>
        <translation>Outro questionário</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::TopBar</name>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Entrevista</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Relatórios</translation>
    </message>
    <message>
        <source>Demo post: people and records here are invented.</source>
        <translation>Posto de demonstração: as pessoas e os registros são inventados.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar agora</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Sessão iniciada</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Encaminhamentos</translation>
    </message>
    <message>
        <source>Help cards</source>
        <translation>Cartões de ajuda</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Treinamento</translation>
    </message>
    <message>
        <source>&amp;PIN for this shift…</source>
        <translation>&amp;PIN para este turno…</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Bloquear</translation>
    </message>
    <message>
        <source>&amp;Another officer</source>
        <translation>&amp;Outro agente</translation>
    </message>
    <message>
        <source>The store is damaged and can only be read: sign in again to read it, and call IT support now (F1 tells more).</source>
        <translation>O armazém está danificado e só pode ser lido: entre de novo para lê-lo e chame já o suporte (F1 diz mais).</translation>
    </message>
    <message>
        <source>The disk is nearly full: what you have begun can be finished, but nothing new begun. Call IT support.</source>
        <translation>O disco está quase cheio: o que você começou pode ser terminado, mas nada novo começa. Chame o suporte.</translation>
    </message>
    <message>
        <source>The disk has less than 500 MB left: ask IT support to make room soon.</source>
        <translation>O disco tem menos de 500 MB livres: peça logo ao suporte que libere espaço.</translation>
    </message>
    <message>
        <source>Store and disk</source>
        <translation>Armazém e disco</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Servidor…</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administração</translation>
    </message>
    <message>
        <source>Server and records to send</source>
        <translation>Servidor e registros a enviar</translation>
    </message>
    <message>
        <source>&amp;My passphrase…</source>
        <translation>&amp;Minha frase secreta…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;juda</translation>
    </message>
    <message>
        <source>A&amp;bout Amparo…</source>
        <translation>Sobr&amp;e o Amparo…</translation>
    </message>
    <message>
        <source>Lock, PIN, passphrase, another officer, help, sign out (F10)</source>
        <translation>Bloquear, PIN, frase secreta, outro agente, ajuda, sair (F10)</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>Treinamento</translation>
    </message>
    <message>
        <source>TRAINING: invented people, specimen documents. Nothing here becomes a record.</source>
        <translation>TREINAMENTO: pessoas inventadas, documentos espécime. Nada disto vira registro.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::TravellerForm</name>
    <message>
        <source>&amp;Surname</source>
        <translation>&amp;Sobrenome</translation>
    </message>
    <message>
        <source>&amp;Given names</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>&amp;Nationality</source>
        <translation>Na&amp;cionalidade</translation>
    </message>
    <message>
        <source>Date of &amp;birth</source>
        <translation>&amp;Data de nascimento</translation>
    </message>
    <message>
        <source>Se&amp;x</source>
        <translation>Se&amp;xo</translation>
    </message>
    <message>
        <source>Document n&amp;umber</source>
        <translation>Número do doc&amp;umento</translation>
    </message>
    <message>
        <source>&amp;Issuing State</source>
        <translation>&amp;Estado emissor</translation>
    </message>
    <message>
        <source>Date of ex&amp;piry</source>
        <translation>&amp;Validade</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Aceitar</translation>
    </message>
    <message>
        <source>Take over the document&apos;s data</source>
        <translation>Aceitar os dados do documento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel typing the document</source>
        <translation>Cancelar a digitação do documento</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::TravellerStrip</name>
    <message>
        <source>These are not the lines of a travel document. Read it again, or type the data.</source>
        <translation>Não são as linhas de um documento de viagem. Leia de novo ou digite os dados.</translation>
    </message>
    <message>
        <source>Another document was read. This screening still shows the first one.</source>
        <translation>Outro documento foi lido. Esta entrevista ainda mostra o primeiro.</translation>
    </message>
    <message>
        <source>No document read yet</source>
        <translation>Nenhum documento lido ainda</translation>
    </message>
    <message numerus="yes">
        <source>born %1, %n year(s) old</source>
        <translation>
            <numerusform>nascimento: %1, %n ano</numerusform>
            <numerusform>nascimento: %1, %n anos</numerusform>
        </translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>nascimento: %1</translation>
    </message>
    <message>
        <source>Put the document on the reader, or type its lines. The questions can be answered without it.</source>
        <translation>Coloque o documento no leitor ou digite suas linhas. As perguntas podem ser respondidas sem ele.</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Documento %1</translation>
    </message>
    <message>
        <source>issued by %1</source>
        <translation>emitido por %1</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>vencido em %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>válido até %1</translation>
    </message>
    <message>
        <source>Child: the rules for children apply</source>
        <translation>Menor de idade: valem as regras para menores</translation>
    </message>
    <message>
        <source>Age not known: the rules for children apply</source>
        <translation>Idade desconhecida: valem as regras para menores</translation>
    </message>
    <message>
        <source>Traveller</source>
        <translation>Viajante</translation>
    </message>
    <message>
        <source>Name of the traveller</source>
        <translation>Nome do viajante</translation>
    </message>
    <message>
        <source>Nationality, birth and sex</source>
        <translation>Nacionalidade, nascimento e sexo</translation>
    </message>
    <message>
        <source>Travel document</source>
        <translation>Documento de viagem</translation>
    </message>
    <message>
        <source>Lines at the foot of the document (F6)</source>
        <translation>Linhas ao pé do documento (F6)</translation>
    </message>
    <message>
        <source>Machine readable lines</source>
        <translation>Linhas de leitura mecânica</translation>
    </message>
    <message>
        <source>Type by hand (F7)</source>
        <translation>Digitar (F7)</translation>
    </message>
    <message>
        <source>Type the document&apos;s data by hand</source>
        <translation>Digitar os dados do documento</translation>
    </message>
    <message>
        <source>&amp;Language of the questions</source>
        <translation>&amp;Idioma das perguntas</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>Idioma das perguntas</translation>
    </message>
    <message>
        <source>New screening</source>
        <translation>Nova entrevista</translation>
    </message>
    <message>
        <source>New screening for the other document</source>
        <translation>Nova entrevista para o outro documento</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
    </message>
    <message>
        <source>Replace the document of this screening</source>
        <translation>Substituir o documento desta entrevista</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorar</translation>
    </message>
    <message>
        <source>Ignore the other document</source>
        <translation>Ignorar o outro documento</translation>
    </message>
    <message>
        <source>No native speaker has reviewed these words yet.</source>
        <translation>Nenhum falante nativo revisou ainda estas palavras.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::UnsupportedAnswer</name>
    <message>
        <source>This kind of question cannot be answered here.</source>
        <translation>Este tipo de pergunta não pode ser respondido aqui.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::WorkProgress</name>
    <message>
        <source>Progress</source>
        <translation>Andamento</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Parar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::Workplace</name>
    <message>
        <source>Open the shift first, then read the document again.</source>
        <translation>Abra primeiro o turno e depois leia de novo o documento.</translation>
    </message>
    <message>
        <source>Open the shift first, then go on with the draft.</source>
        <translation>Abra primeiro o turno e depois continue com o rascunho.</translation>
    </message>
    <message>
        <source>The record is final and goes out by itself when there is a link.</source>
        <translation>O registro é definitivo e será enviado sozinho quando houver conexão.</translation>
    </message>
    <message>
        <source>The record is final and kept on this computer.</source>
        <translation>O registro é definitivo e fica neste computador.</translation>
    </message>
    <message>
        <source>Your account holds no interviews: an officer signs in for that.</source>
        <translation>Sua conta não faz entrevistas: para isso, entra um agente.</translation>
    </message>
    <message>
        <source>A colleague began this draft: only who began it can go on with it.</source>
        <translation>Um colega começou este rascunho: só quem o começou pode continuá-lo.</translation>
    </message>
</context>
</TS>
