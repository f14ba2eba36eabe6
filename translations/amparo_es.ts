<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AdministrationSection</name>
    <message>
        <source>Officers</source>
        <translation>Funcionarios</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Políticas</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Claves</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Almacén</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
</context>
<context>
    <name>AuditText</name>
    <message>
        <source>Store made</source>
        <translation>Almacén creado</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Entró</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Salió</translation>
    </message>
    <message>
        <source>Session locked</source>
        <translation>Sesión bloqueada</translation>
    </message>
    <message>
        <source>Unlocked with the PIN</source>
        <translation>Desbloqueada con el PIN</translation>
    </message>
    <message>
        <source>PIN set</source>
        <translation>PIN establecido</translation>
    </message>
    <message>
        <source>Wrong PIN</source>
        <translation>PIN incorrecto</translation>
    </message>
    <message>
        <source>PIN wiped</source>
        <translation>PIN borrado</translation>
    </message>
    <message>
        <source>Account added</source>
        <translation>Cuenta agregada</translation>
    </message>
    <message>
        <source>Account removed</source>
        <translation>Cuenta eliminada</translation>
    </message>
    <message>
        <source>Account suspended</source>
        <translation>Cuenta suspendida</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Función cambiada</translation>
    </message>
    <message>
        <source>Own passphrase changed</source>
        <translation>Frase propia cambiada</translation>
    </message>
    <message>
        <source>New passphrase given</source>
        <translation>Frase nueva entregada</translation>
    </message>
    <message>
        <source>Own key made stronger</source>
        <translation>Clave propia reforzada</translation>
    </message>
    <message>
        <source>Store key changed</source>
        <translation>Clave del almacén cambiada</translation>
    </message>
    <message>
        <source>Recovery key set</source>
        <translation>Clave de recuperación establecida</translation>
    </message>
    <message>
        <source>Backup made</source>
        <translation>Copia de seguridad hecha</translation>
    </message>
    <message>
        <source>Old backup removed</source>
        <translation>Copia antigua eliminada</translation>
    </message>
    <message>
        <source>Store restored from a backup</source>
        <translation>Almacén restaurado de una copia</translation>
    </message>
    <message>
        <source>Store saved from a damaged one</source>
        <translation>Almacén rescatado de uno dañado</translation>
    </message>
    <message>
        <source>Store opened with headquarters&apos; key</source>
        <translation>Almacén abierto con la clave de la sede</translation>
    </message>
    <message>
        <source>Questionnaire installed</source>
        <translation>Cuestionario instalado</translation>
    </message>
    <message>
        <source>Shift opened</source>
        <translation>Turno abierto</translation>
    </message>
    <message>
        <source>Shift closed</source>
        <translation>Turno cerrado</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>Borrador descartado</translation>
    </message>
    <message>
        <source>Record made final</source>
        <translation>Registro finalizado</translation>
    </message>
    <message>
        <source>Decided against the advice</source>
        <translation>Decidió distinto de lo recomendado</translation>
    </message>
    <message>
        <source>Taken over by the second line</source>
        <translation>Asumido por la segunda línea</translation>
    </message>
    <message>
        <source>Record read</source>
        <translation>Registro leído</translation>
    </message>
    <message>
        <source>Records listed</source>
        <translation>Registros listados</translation>
    </message>
    <message>
        <source>Policy set</source>
        <translation>Política establecida</translation>
    </message>
    <message>
        <source>Deed of another approved</source>
        <translation>Acto de otra persona aprobado</translation>
    </message>
    <message>
        <source>Earlier encounters looked up</source>
        <translation>Encuentros anteriores consultados</translation>
    </message>
    <message>
        <source>Records searched</source>
        <translation>Registros buscados</translation>
    </message>
    <message>
        <source>Report written to a file</source>
        <translation>Informe escrito en un archivo</translation>
    </message>
    <message>
        <source>Record received by the server</source>
        <translation>Registro recibido por el servidor</translation>
    </message>
    <message>
        <source>Record held back</source>
        <translation>Registro retenido</translation>
    </message>
    <message>
        <source>Record erased</source>
        <translation>Registro borrado</translation>
    </message>
    <message>
        <source>Record kept beyond its term</source>
        <translation>Registro conservado más allá de su plazo</translation>
    </message>
    <message>
        <source>Record no longer kept beyond its term</source>
        <translation>Registro liberado de su conservación</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>Consentimiento dado</translation>
    </message>
    <message>
        <source>Consent withdrawn</source>
        <translation>Consentimiento retirado</translation>
    </message>
    <message>
        <source>Told to who helps</source>
        <translation>Comunicado a quien ayuda</translation>
    </message>
    <message>
        <source>Help card shown</source>
        <translation>Tarjeta de ayuda mostrada</translation>
    </message>
    <message>
        <source>Help card given</source>
        <translation>Tarjeta de ayuda entregada</translation>
    </message>
    <message>
        <source>Signing key made</source>
        <translation>Clave de firma creada</translation>
    </message>
    <message>
        <source>Log signed</source>
        <translation>Registro de auditoría firmado</translation>
    </message>
    <message>
        <source>Audit log read</source>
        <translation>Registro de auditoría leído</translation>
    </message>
    <message>
        <source>Came from another computer</source>
        <translation>Vino de otra computadora</translation>
    </message>
    <message>
        <source>Was set back to an older copy</source>
        <translation>Fue devuelto a una copia anterior</translation>
    </message>
    <message>
        <source>Mark beside the store missing</source>
        <translation>Falta la marca junto al almacén</translation>
    </message>
    <message>
        <source>Record sent again</source>
        <translation>Registro enviado otra vez</translation>
    </message>
    <message>
        <source>Clock was set</source>
        <translation>Se cambió la hora</translation>
    </message>
    <message>
        <source>Entry %1 was changed, moved or put in. Up to entry %2 all is sound.</source>
        <translation>La entrada %1 fue cambiada, movida o intercalada. Hasta la entrada %2 todo está íntegro.</translation>
    </message>
    <message>
        <source>Entry %1 was left out. Up to entry %2 all is sound.</source>
        <translation>Falta la entrada %1. Hasta la entrada %2 todo está íntegro.</translation>
    </message>
    <message>
        <source>From entry %1 on the log was cut off, or the store was set back.</source>
        <translation>Desde la entrada %1 el registro fue cortado, o el almacén fue devuelto a un estado anterior.</translation>
    </message>
    <message>
        <source>Between entries %1 and %2 the log was rewritten, or the store was set back.</source>
        <translation>Entre las entradas %1 y %2 el registro fue reescrito, o el almacén fue devuelto a un estado anterior.</translation>
    </message>
    <message>
        <source>The store knows nothing of a life that it had: it was set back.</source>
        <translation>El almacén no sabe nada de una vida que tuvo: fue devuelto a un estado anterior.</translation>
    </message>
    <message>
        <source>A signature under the log is forged, or the key in the store is.</source>
        <translation>Una firma del registro es falsa, o lo es la clave del almacén.</translation>
    </message>
    <message>
        <source>Records with names exported</source>
        <translation>Registros con nombres exportados</translation>
    </message>
    <message>
        <source>Questionnaire received</source>
        <translation>Cuestionario recibido</translation>
    </message>
    <message>
        <source>Files of a questionnaire received</source>
        <translation>Archivos de un cuestionario recibidos</translation>
    </message>
    <message>
        <source>A copy of the store was noticed</source>
        <translation>Se notó una copia del almacén</translation>
    </message>
    <message>
        <source>Records put on a stick, sealed</source>
        <translation>Registros puestos en una memoria USB, sellados</translation>
    </message>
    <message>
        <source>Stick read in</source>
        <translation>Memoria USB leída</translation>
    </message>
    <message>
        <source>Workstation added to the relay</source>
        <translation>Puesto de trabajo agregado al repetidor</translation>
    </message>
    <message>
        <source>Workstation removed from the relay</source>
        <translation>Puesto de trabajo retirado del repetidor</translation>
    </message>
    <message>
        <source>Records arrived from a workstation</source>
        <translation>Llegaron registros de un puesto de trabajo</translation>
    </message>
    <message>
        <source>Headquarters&apos; keys for packages set</source>
        <translation>Claves de la sede para paquetes definidas</translation>
    </message>
    <message>
        <source>Package from headquarters taken up</source>
        <translation>Paquete de la sede incorporado</translation>
    </message>
    <message>
        <source>Store upgraded, after a backup</source>
        <translation>Almacén actualizado, tras una copia de seguridad</translation>
    </message>
</context>
<context>
    <name>BackupText</name>
    <message>
        <source>The folder for backups is not there. Plug in its disk, or choose another folder.</source>
        <translation>La carpeta de las copias de seguridad no está. Conecte su disco o elija otra carpeta.</translation>
    </message>
    <message>
        <source>That folder cannot be used. Choose one outside the store&apos;s own, with its whole path.</source>
        <translation>Esa carpeta no sirve. Elija una fuera de la del almacén, con su ruta completa.</translation>
    </message>
    <message>
        <source>The disk for backups is full. Make room on it, or keep fewer backups.</source>
        <translation>El disco de las copias de seguridad está lleno. Libere espacio o conserve menos copias.</translation>
    </message>
    <message>
        <source>The folder for backups cannot be written to. Ask IT support, or choose another.</source>
        <translation>No se puede escribir en la carpeta de las copias de seguridad. Pregunte a soporte o elija otra.</translation>
    </message>
    <message>
        <source>Your passphrase does not open it: a backup opens with the passphrases of its day.</source>
        <translation>Su frase de contraseña no la abre: una copia se abre con las frases de contraseña de su día.</translation>
    </message>
    <message>
        <source>Another backup is being made. Wait until it is finished.</source>
        <translation>Se está haciendo otra copia de seguridad. Espere a que termine.</translation>
    </message>
    <message>
        <source>A newer version of Amparo made it. Ask IT support to update.</source>
        <translation>La hizo una versión más nueva de Amparo. Pida a soporte que actualice.</translation>
    </message>
    <message>
        <source>The computer did not answer. Try again; if it stays so, call IT support.</source>
        <translation>La computadora no respondió. Pruebe otra vez; si sigue así, llame a soporte.</translation>
    </message>
    <message>
        <source>It was stopped, and nothing of it was kept.</source>
        <translation>Se detuvo y no se conservó nada de ella.</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Todavía no hay ninguna.</translation>
    </message>
    <message>
        <source>The last is of %1.</source>
        <translation>La última es de %1.</translation>
    </message>
    <message>
        <source>One every %1 h into %2; %3 are kept, for %4 days at most.</source>
        <translation>Una cada %1 h en %2; se conservan %3, por %4 días como máximo.</translation>
    </message>
    <message>
        <source>It could not be read back whole: its disk may be failing. Use another disk; if it stays so, verify the audit log.</source>
        <translation>No se pudo leer entera de vuelta: puede que su disco falle. Use otro disco; si sigue así, verifique el registro de auditoría.</translation>
    </message>
</context>
<context>
    <name>CarryQuestion</name>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Is it safe for this person to carry the card?</source>
        <translation>¿Es seguro para esta persona llevar la tarjeta?</translation>
    </message>
    <message>
        <source>Ask the person alone: “%1”

Somebody who controls them may search their things. If it is not safe, show the card on the screen, or let them learn one number by heart. Never put a card into a passport.</source>
        <translation>Pregúntele a solas: «%1»

Quien controla a la persona puede revisar sus cosas. Si no es seguro, muestre la tarjeta en la pantalla o deje que aprenda un número de memoria. Nunca ponga una tarjeta en un pasaporte.</translation>
    </message>
    <message>
        <source>It is safe: go on</source>
        <translation>Es seguro: continuar</translation>
    </message>
    <message>
        <source>Show it on the screen</source>
        <translation>Mostrarla en la pantalla</translation>
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
        <translation>El dígito de control no coincide: %1. Compárelo con el documento.</translation>
    </message>
    <message>
        <source>Read %1, taken as %2: %3 (line %4, place %5). Compare it with the document.</source>
        <translation>Se leyó %1 y se tomó como %2: %3 (línea %4, posición %5). Compárelo con el documento.</translation>
    </message>
    <message>
        <source>Unusual document type: %1</source>
        <translation>Tipo de documento poco común: %1</translation>
    </message>
    <message>
        <source>No State has this code: issued by %1</source>
        <translation>Ningún Estado tiene este código: emitido por %1</translation>
    </message>
    <message>
        <source>No State has this code: nationality %1</source>
        <translation>Ningún Estado tiene este código: nacionalidad %1</translation>
    </message>
    <message>
        <source>This is a specimen, not a travel document.</source>
        <translation>Es una muestra, no un documento de viaje.</translation>
    </message>
    <message>
        <source>The machine readable zone has no name.</source>
        <translation>La zona de lectura mecánica no trae nombre.</translation>
    </message>
    <message>
        <source>The name is not written as the standard asks.</source>
        <translation>El nombre no está escrito como pide la norma.</translation>
    </message>
    <message>
        <source>No such day: date of birth.</source>
        <translation>Ese día no existe: fecha de nacimiento.</translation>
    </message>
    <message>
        <source>No such day: date of expiry.</source>
        <translation>Ese día no existe: fecha de vencimiento.</translation>
    </message>
    <message>
        <source>Sex is none of F, M and X.</source>
        <translation>El sexo no es F, M ni X.</translation>
    </message>
    <message>
        <source>The year of birth may also mean a hundred years earlier.</source>
        <translation>El año de nacimiento también podría ser cien años antes.</translation>
    </message>
    <message>
        <source>Close to 18: compare the year of birth with the document.</source>
        <translation>Cerca de los 18 años: compare el año de nacimiento con el documento.</translation>
    </message>
    <message>
        <source>Older than 105: compare the date of birth.</source>
        <translation>Más de 105 años: compare la fecha de nacimiento.</translation>
    </message>
    <message>
        <source>A line was too short and was filled at its end.</source>
        <translation>Una línea era demasiado corta y se completó al final.</translation>
    </message>
    <message>
        <source>Reader and computer are set to different keyboards.</source>
        <translation>El lector y la computadora usan teclados distintos.</translation>
    </message>
    <message>
        <source>The document has expired.</source>
        <translation>El documento está vencido.</translation>
    </message>
</context>
<context>
    <name>EncounterText</name>
    <message>
        <source>Same document.</source>
        <translation>El mismo documento.</translation>
    </message>
    <message>
        <source>Name and birth date are alike; it may be another person.</source>
        <translation>Coinciden el nombre y la fecha de nacimiento; puede ser otra persona.</translation>
    </message>
    <message>
        <source>Name alike, day and month of birth exchanged; it may be another person.</source>
        <translation>Coincide el nombre, con día y mes de nacimiento cambiados; puede ser otra persona.</translation>
    </message>
    <message numerus="yes">
        <source>The telephone number given here was also given in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>El número de teléfono dado aquí también se dio en %n registro más desde el %1.</numerusform>
            <numerusform>El número de teléfono dado aquí también se dio en %n registros más desde el %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The address given here was also given in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>La dirección dada aquí también se dio en %n registro más desde el %1.</numerusform>
            <numerusform>La dirección dada aquí también se dio en %n registros más desde el %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The employer named here was also named in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>La empresa o el empleador nombrado aquí también se nombró en %n registro más desde el %1.</numerusform>
            <numerusform>La empresa o el empleador nombrado aquí también se nombró en %n registros más desde el %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The vehicle named here is also in %n other record(s) since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>El vehículo nombrado aquí también está en %n registro más desde el %1.</numerusform>
            <numerusform>El vehículo nombrado aquí también está en %n registros más desde el %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The adult who comes with this child has crossed with %n different children since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>La persona adulta que viene con esta niña o niño ha cruzado con %n niña o niño desde el %1.</numerusform>
            <numerusform>La persona adulta que viene con esta niña o niño ha cruzado con %n niñas o niños distintos desde el %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This adult has crossed with %n different children since %1.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>
            <numerusform>Esta persona adulta ha cruzado con %n niña o niño desde el %1.</numerusform>
            <numerusform>Esta persona adulta ha cruzado con %n niñas o niños distintos desde el %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. %3; decided: %4. %5</source>
        <extracomment>an earlier screening: %1 when, %2 post, %3 primary or second line, %4 decision, %5 why it may be the same person</extracomment>
        <translation>%1, %2. %3; decisión: %4. %5</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>You could not be signed in.</source>
        <translation>No se pudo iniciar su sesión.</translation>
    </message>
    <message>
        <source>The screening could not be opened.</source>
        <translation>No se pudo abrir la entrevista.</translation>
    </message>
    <message>
        <source>The shift could not be opened.</source>
        <translation>No se pudo abrir el turno.</translation>
    </message>
    <message>
        <source>The shift could not be closed.</source>
        <translation>No se pudo cerrar el turno.</translation>
    </message>
    <message>
        <source>The records could not be read.</source>
        <translation>No se pudieron leer los registros.</translation>
    </message>
    <message>
        <source>The report was not written.</source>
        <translation>El informe no se escribió.</translation>
    </message>
    <message>
        <source>The demo post could not be made.</source>
        <translation>No se pudo crear el puesto de demostración.</translation>
    </message>
    <message>
        <source>Name or passphrase is wrong. Check both and try again.</source>
        <translation>El nombre o la frase de contraseña no es correcta. Revise ambos e intente de nuevo.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask the shift lead.</source>
        <translation>Su función no lo permite. Consulte a la jefatura de turno.</translation>
    </message>
    <message>
        <source>It is not there any more. Go back and choose again.</source>
        <translation>Ya no está. Vuelva atrás y elija de nuevo.</translation>
    </message>
    <message>
        <source>It was changed meanwhile. Open it again and look.</source>
        <translation>Entretanto hubo un cambio. Vuelva a abrir y revise.</translation>
    </message>
    <message>
        <source>What was given cannot be used. Correct it, or tell IT support.</source>
        <translation>Lo que se indicó no se puede usar. Corríjalo o avise a soporte técnico.</translation>
    </message>
    <message>
        <source>Another program has the store open. Close it and try again.</source>
        <translation>Otro programa tiene abierto el almacén de datos. Ciérrelo e intente de nuevo.</translation>
    </message>
    <message>
        <source>The store is damaged. Change nothing and call IT support now.</source>
        <translation>El almacén de datos está dañado. No cambie nada y llame ahora a soporte técnico.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>El disco está lleno. Libere espacio e intente de nuevo.</translation>
    </message>
    <message>
        <source>The folder cannot be written to. Choose another or ask IT support.</source>
        <translation>No se puede escribir en la carpeta. Elija otra o consulte a soporte técnico.</translation>
    </message>
    <message>
        <source>A newer version of Amparo made this. Ask IT support to update.</source>
        <translation>Lo creó una versión más nueva de Amparo. Pida a soporte técnico que actualice.</translation>
    </message>
    <message>
        <source>The computer did not answer. Try again; if it stays so, call IT support.</source>
        <translation>La computadora no respondió. Intente de nuevo; si sigue así, llame a soporte técnico.</translation>
    </message>
    <message>
        <source>It was stopped. You can start it again.</source>
        <translation>Se detuvo. Puede empezar de nuevo.</translation>
    </message>
    <message>
        <source>The leaflet was not made.</source>
        <translation>No se hizo el folleto.</translation>
    </message>
    <message>
        <source>The training is not complete.</source>
        <translation>La capacitación no está completa.</translation>
    </message>
    <message>
        <source>The PIN was not set.</source>
        <translation>No se fijó el PIN.</translation>
    </message>
    <message>
        <source>The accounts could not be read.</source>
        <translation>No se pudieron leer las cuentas.</translation>
    </message>
    <message>
        <source>The account is as it was.</source>
        <translation>La cuenta sigue como estaba.</translation>
    </message>
    <message>
        <source>The passphrase is as it was.</source>
        <translation>La frase de contraseña sigue como estaba.</translation>
    </message>
    <message>
        <source>Nobody has agreed.</source>
        <translation>Nadie ha dado su acuerdo.</translation>
    </message>
    <message>
        <source>The policies could not be read.</source>
        <translation>No se pudieron leer las políticas.</translation>
    </message>
    <message>
        <source>The policy is as it was.</source>
        <translation>La política sigue como estaba.</translation>
    </message>
    <message>
        <source>Nothing was erased.</source>
        <translation>No se borró nada.</translation>
    </message>
    <message>
        <source>The hold was not set.</source>
        <translation>No se fijó la retención.</translation>
    </message>
    <message>
        <source>The hold was not ended.</source>
        <translation>La retención no se terminó.</translation>
    </message>
    <message>
        <source>The records were not exported.</source>
        <translation>Los registros no se exportaron.</translation>
    </message>
    <message>
        <source>The key is as it was.</source>
        <translation>La clave sigue como estaba.</translation>
    </message>
    <message>
        <source>The store could not be checked.</source>
        <translation>No se pudo revisar el almacén.</translation>
    </message>
    <message>
        <source>The audit log could not be read.</source>
        <translation>No se pudo leer el registro de auditoría.</translation>
    </message>
    <message>
        <source>The post was not set up.</source>
        <translation>El puesto no se preparó.</translation>
    </message>
    <message>
        <source>The folder for the store holds what is left of another. Change nothing and call IT support.</source>
        <translation>La carpeta para el almacén contiene restos de otro. No cambie nada y llame a soporte técnico.</translation>
    </message>
    <message>
        <source>The draft is still there.</source>
        <translation>El borrador sigue ahí.</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>%1 of %2 points</source>
        <translation>%1 de %2 puntos</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Señales</translation>
    </message>
    <message>
        <source>Found:</source>
        <translation>Hallada:</translation>
    </message>
    <message>
        <source>Missed:</source>
        <translation>Omitida:</translation>
    </message>
    <message>
        <source>Nothing here supports:</source>
        <translation>Nada aquí lo apoya:</translation>
    </message>
    <message>
        <source>There was no sign to record, and you recorded none.</source>
        <translation>No había señales que anotar y usted no anotó ninguna.</translation>
    </message>
    <message>
        <source>Right.</source>
        <extracomment>a decision in training</extracomment>
        <translation>Correcta.</translation>
    </message>
    <message>
        <source>Can be defended.</source>
        <extracomment>a decision in training</extracomment>
        <translation>Defendible.</translation>
    </message>
    <message>
        <source>Not right.</source>
        <extracomment>a decision in training</extracomment>
        <translation>No es correcta.</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 would have been right:</source>
        <translation>Lo correcto habría sido: %1.</translation>
    </message>
    <message>
        <source>The way there</source>
        <translation>El camino</translation>
    </message>
    <message>
        <source>Never (%1):</source>
        <translation>Nunca (%1):</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>Faltó:</translation>
    </message>
    <message>
        <source>Nothing left out, nothing that must never be done.</source>
        <translation>Nada faltó y no hubo nada que nunca deba hacerse.</translation>
    </message>
    <message>
        <source>To take along</source>
        <translation>Para llevarse</translation>
    </message>
    <message>
        <source>Sources: %1</source>
        <translation>Fuentes: %1</translation>
    </message>
</context>
<context>
    <name>LeafletOutput</name>
    <message>
        <source>Save the leaflet</source>
        <translation>Guardar el folleto</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
</context>
<context>
    <name>Licences</name>
    <message>
        <source>A developer&apos;s build carries no list of what ships. This is what it was linked with; the texts of these licences come with the libraries.</source>
        <translation>Una compilación de desarrollo no trae la lista de lo que se entrega. Esto es con lo que se enlazó; los textos de estas licencias vienen con las bibliotecas.</translation>
    </message>
    <message>
        <source>Amparo uses Qt %1 under the GNU Lesser General Public License, version 3. Qt is linked dynamically: its libraries are files beside the program, and you may replace them by another build of the same version. Qt&apos;s source is to be had from %2, that of the build in this package also from whoever gave you Amparo.</source>
        <translation>Amparo usa Qt %1 bajo la GNU Lesser General Public License, versión 3. Qt está enlazado de forma dinámica: sus bibliotecas son archivos junto al programa, y usted puede reemplazarlas por otra compilación de la misma versión. El código fuente de Qt se obtiene en %2; el de la compilación de este paquete, también de quien le dio Amparo.</translation>
    </message>
</context>
<context>
    <name>Passphrase</name>
    <message>
        <source>The passphrase needs at least 12 characters. Add a word.</source>
        <translation>La frase de contraseña necesita al menos 12 caracteres. Agregue una palabra.</translation>
    </message>
    <message>
        <source>The passphrase has more than 128 characters. Shorten it.</source>
        <translation>La frase de contraseña tiene más de 128 caracteres. Acórtela.</translation>
    </message>
    <message>
        <source>This passphrase is easy to guess. Choose words that do not belong together.</source>
        <translation>Esta frase de contraseña es fácil de adivinar. Elija palabras que no tengan relación entre sí.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de contraseña</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>La misma frase de contraseña otra vez</translation>
    </message>
    <message>
        <source>&amp;New passphrase:</source>
        <translation>&amp;Nueva frase de contraseña:</translation>
    </message>
    <message>
        <source>A&amp;gain:</source>
        <translation>O&amp;tra vez:</translation>
    </message>
    <message>
        <source>12 to 128 characters. Four or more words that do not belong together are easy to keep in mind and hard to guess. Not the login name, and nothing used elsewhere.</source>
        <translation>De 12 a 128 caracteres. Cuatro o más palabras sin relación entre sí son fáciles de recordar y difíciles de adivinar. Ni el nombre de usuario ni nada que use en otro lugar.</translation>
    </message>
    <message>
        <source>The two passphrases differ. Type the same one twice.</source>
        <translation>Las dos frases de contraseña son distintas. Escriba la misma dos veces.</translation>
    </message>
</context>
<context>
    <name>PassphraseTry</name>
    <message numerus="yes">
        <source>After wrong tries there is a wait. Try again in %n second(s).</source>
        <translation>
            <numerusform>Después de intentos fallidos hay una espera. Intente de nuevo en %n segundo.</numerusform>
            <numerusform>Después de intentos fallidos hay una espera. Intente de nuevo en %n segundos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name or passphrase is wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>El nombre o la frase de contraseña no es correcta. Puede intentar de nuevo en %n segundo.</numerusform>
            <numerusform>El nombre o la frase de contraseña no es correcta. Puede intentar de nuevo en %n segundos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinText</name>
    <message>
        <source>A PIN has digits alone. Type digits.</source>
        <translation>Un PIN tiene solo cifras. Escriba cifras.</translation>
    </message>
    <message>
        <source>A PIN has at least 6 digits. Type more.</source>
        <translation>Un PIN tiene al menos 6 cifras. Escriba más.</translation>
    </message>
    <message>
        <source>A PIN has at most 32 digits. Type fewer.</source>
        <translation>Un PIN tiene como máximo 32 cifras. Escriba menos.</translation>
    </message>
    <message>
        <source>Anybody would try this PIN first. Choose digits without a pattern.</source>
        <translation>Cualquiera probaría primero este PIN. Elija cifras que no sigan un patrón.</translation>
    </message>
    <message>
        <source>The PIN was for a shift that is closed. Use your passphrase.</source>
        <translation>El PIN era para un turno que está cerrado. Use su frase de contraseña.</translation>
    </message>
    <message>
        <source>The PIN was good for twelve hours. Use your passphrase.</source>
        <translation>El PIN valía doce horas. Use su frase de contraseña.</translation>
    </message>
    <message>
        <source>The PIN was wrong five times and is gone. Use your passphrase.</source>
        <translation>El PIN fue incorrecto cinco veces y se anuló. Use su frase de contraseña.</translation>
    </message>
    <message>
        <source>The PIN is not valid any more. Use your passphrase.</source>
        <translation>El PIN ya no es válido. Use su frase de contraseña.</translation>
    </message>
    <message>
        <source>The post allows no PIN any more. Use your passphrase.</source>
        <translation>El puesto ya no permite el PIN. Use su frase de contraseña.</translation>
    </message>
</context>
<context>
    <name>Policies</name>
    <message>
        <source>All forms: drafts %1 days after the last answer, records %2 days after the server&apos;s receipt.</source>
        <translation>Todos los formularios: borradores, %1 días después de la última respuesta; registros, %2 días después del recibo del servidor.</translation>
    </message>
    <message>
        <source>Form %1: drafts %2 days, records %3 days.</source>
        <translation>Formulario %1: borradores, %2 días; registros, %3 días.</translation>
    </message>
    <message>
        <source>What the server has not acknowledged stays, and so does what is under hold.</source>
        <translation>Lo que el servidor no ha confirmado queda, y también lo retenido.</translation>
    </message>
    <message>
        <source>Records go to %1 in batches for thin links.</source>
        <translation>Los registros van a %1 en lotes para conexiones débiles.</translation>
    </message>
    <message>
        <source>Records go to %1.</source>
        <translation>Los registros van a %1.</translation>
    </message>
    <message>
        <source>It knows this post by a token.</source>
        <translation>Conoce este puesto por una clave de acceso.</translation>
    </message>
    <message>
        <source>It knows this post as %1.</source>
        <translation>Conoce este puesto como %1.</translation>
    </message>
    <message>
        <source>They are sealed: only headquarters can read them.</source>
        <translation>Van sellados: solo la sede puede leerlos.</translation>
    </message>
    <message>
        <source>Records go to the post&apos;s relay at %1, sealed to it.</source>
        <translation>Los registros van al repetidor del puesto en %1, sellados para él.</translation>
    </message>
    <message>
        <source>Set by headquarters or by IT: it is not changed here.</source>
        <translation>Lo fija la sede o el área de informática: aquí no se cambia.</translation>
    </message>
</context>
<context>
    <name>PolicyTemplates</name>
    <message>
        <source>Lock by itself</source>
        <translation>Bloqueo automático</translation>
    </message>
    <message>
        <source>After how many minutes without a key or a touch the desktop locks.</source>
        <translation>Después de cuántos minutos sin una tecla o un toque se bloquea el escritorio.</translation>
    </message>
    <message>
        <source>PIN for a shift</source>
        <translation>PIN para un turno</translation>
    </message>
    <message>
        <source>Whether officers may come back with a PIN within their shift.</source>
        <translation>Si los funcionarios pueden volver a entrar con un PIN durante su turno.</translation>
    </message>
    <message>
        <source>How long records stay</source>
        <translation>Cuánto tiempo quedan los registros</translation>
    </message>
    <message>
        <source>How many days drafts and acknowledged records stay, in all and by form.</source>
        <translation>Cuántos días quedan los borradores y los registros confirmados, en general y por formulario.</translation>
    </message>
    <message>
        <source>Backups by themselves</source>
        <translation>Copias de seguridad automáticas</translation>
    </message>
    <message>
        <source>Where backups go, how often they are made, how many are kept and for how long.</source>
        <translation>Adónde van las copias de seguridad, cada cuánto se hacen, cuántas se guardan y por cuánto tiempo.</translation>
    </message>
    <message>
        <source>Rules for the link</source>
        <translation>Reglas para la conexión</translation>
    </message>
    <message>
        <source>When and how much is sent: hours of the day, bytes a day, rate, links paid by use.</source>
        <translation>Cuándo y cuánto se envía: horas del día, bytes por día, velocidad, conexiones que se pagan por uso.</translation>
    </message>
    <message>
        <source>Tell of newer versions</source>
        <translation>Avisar de versiones nuevas</translation>
    </message>
    <message>
        <source>Whether administrators are told that a newer version of the program is there.</source>
        <translation>Si se avisa a los administradores de que hay una versión más nueva del programa.</translation>
    </message>
    <message>
        <source>As JSON, for instance: %1</source>
        <translation>En JSON, por ejemplo: %1</translation>
    </message>
    <message>
        <source>Value:</source>
        <translation>Valor:</translation>
    </message>
    <message>
        <source>Policies of Amparo stations</source>
        <translation>Políticas de las estaciones de Amparo</translation>
    </message>
    <message>
        <source>Amparo %1 or later</source>
        <translation>Amparo %1 o posterior</translation>
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
        <translation>Qué decide</translation>
    </message>
    <message>
        <source>In JSON a backslash is written twice.</source>
        <translation>En JSON la barra inversa se escribe dos veces.</translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message>
        <source>Surname</source>
        <translation>Apellidos</translation>
    </message>
    <message>
        <source>Given names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Entrevista</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Definitivo desde</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Consejo</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indicios</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Server says</source>
        <translation>Respuesta del servidor</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>At the relay</source>
        <translation>En el repetidor</translation>
    </message>
</context>
<context>
    <name>Referral</name>
    <message>
        <source>a source was read</source>
        <translation>se leyó una fuente</translation>
    </message>
    <message>
        <source>only others tell of it</source>
        <translation>solo lo dicen terceros</translation>
    </message>
    <message>
        <source>from memory, to be checked first</source>
        <translation>de memoria, hay que comprobarlo primero</translation>
    </message>
    <message>
        <source>day and night</source>
        <translation>día y noche</translation>
    </message>
    <message>
        <source>yes, without a name too</source>
        <translation>sí, también sin nombre</translation>
    </message>
    <message>
        <source>no, it asks for a name</source>
        <translation>no, pide un nombre</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Orientación</translation>
    </message>
    <message>
        <source>Asylum</source>
        <translation>Asilo</translation>
    </message>
    <message>
        <source>Child protection</source>
        <translation>Protección de la niñez</translation>
    </message>
    <message>
        <source>Coordination</source>
        <translation>Coordinación</translation>
    </message>
    <message>
        <source>Labour</source>
        <extracomment>a service: labour inspection</extracomment>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Legal aid</source>
        <extracomment>a service: lawyers</extracomment>
        <translation>Asistencia legal</translation>
    </message>
    <message>
        <source>Medical care</source>
        <translation>Atención médica</translation>
    </message>
    <message>
        <source>Migration</source>
        <translation>Migración</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Policía</translation>
    </message>
    <message>
        <source>Prosecution</source>
        <translation>Fiscalía</translation>
    </message>
    <message>
        <source>Psychosocial care</source>
        <translation>Atención psicosocial</translation>
    </message>
    <message>
        <source>Voluntary return</source>
        <extracomment>a service: going back home by one&apos;s own will</extracomment>
        <translation>Retorno voluntario</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>Albergue</translation>
    </message>
    <message>
        <source>Trafficking in persons</source>
        <translation>Trata de personas</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todas las personas</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Mujeres</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>Hombres</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Niñas, niños y adolescentes</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>Familias</translation>
    </message>
    <message>
        <source>LGBTI people</source>
        <translation>Personas LGBTI</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>abierto ahora</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>cerrado ahora</translation>
    </message>
    <message>
        <source>hours not known</source>
        <translation>horario desconocido</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>Árabe</translation>
    </message>
    <message>
        <source>Aymara</source>
        <translation>Aimara</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Francés</translation>
    </message>
    <message>
        <source>Guaraní</source>
        <translation>Guaraní</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>Criollo haitiano</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugués</translation>
    </message>
    <message>
        <source>Quechua</source>
        <translation>Quechua</translation>
    </message>
    <message>
        <source>Several countries</source>
        <translation>Varios países</translation>
    </message>
    <message>
        <source>Confirmed on %1</source>
        <translation>Confirmado el %1</translation>
    </message>
    <message>
        <source>Confirmed on %1, more than 180 days ago</source>
        <translation>Confirmado el %1, hace más de 180 días</translation>
    </message>
    <message>
        <source>Never confirmed by a call</source>
        <translation>Nunca confirmado por una llamada</translation>
    </message>
    <message>
        <source>Valid until %1 only</source>
        <translation>Válido solo hasta el %1</translation>
    </message>
    <message>
        <source>%1 (old)</source>
        <extracomment>a day, more than 180 days ago</extracomment>
        <translation>%1 (antiguo)</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>confirmed: never</extracomment>
        <translation>nunca</translation>
    </message>
    <message>
        <source>ended</source>
        <extracomment>an arrangement that is over</extracomment>
        <translation>terminó</translation>
    </message>
    <message>
        <source>What happens on contact</source>
        <translation>Qué pasa al contactar</translation>
    </message>
    <message>
        <source>Help line</source>
        <translation>Línea de ayuda</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>Atiende a</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Helps without a name</source>
        <translation>Ayuda sin pedir nombre</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Válido hasta</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1%</source>
        <extracomment>a percentage</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Continúa</translation>
    </message>
    <message>
        <source>Second line</source>
        <extracomment>the second interview, by another officer in a separate room</extracomment>
        <translation>Segunda línea</translation>
    </message>
    <message>
        <source>Urgent protection</source>
        <translation>Protección urgente</translation>
    </message>
    <message>
        <source>Primary line</source>
        <extracomment>the first, short interview</extracomment>
        <translation>Primera línea</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Menores de 18</translation>
    </message>
    <message>
        <source>18 and over</source>
        <translation>18 o más</translation>
    </message>
    <message>
        <source>Age unknown</source>
        <translation>Edad desconocida</translation>
    </message>
    <message>
        <source>Not stated</source>
        <extracomment>sex as printed in the travel document</extracomment>
        <translation>No consta</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Femenino</translation>
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
        <translation>%1, desde las %2, aún abierto</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <extracomment>a shift: day, time it began, time it ended</extracomment>
        <translation>%1, de %2 a %3</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>Puesto</translation>
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
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Shift lead</source>
        <translation>Jefatura de turno</translation>
    </message>
    <message>
        <source>Officers who screened</source>
        <translation>Funcionarios que entrevistaron</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Turnos</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formularios</translation>
    </message>
    <message>
        <source>Risk models</source>
        <translation>Modelos de riesgo</translation>
    </message>
    <message>
        <source>Report number</source>
        <translation>Número de informe</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Elaborado</translation>
    </message>
    <message>
        <source>People checked</source>
        <translation>Personas controladas</translation>
    </message>
    <message>
        <source>People screened</source>
        <translation>Personas entrevistadas</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Flujo</translation>
    </message>
    <message>
        <source>people and screenings</source>
        <translation>personas y entrevistas</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Screenings, primary line</source>
        <translation>Entrevistas, primera línea</translation>
    </message>
    <message>
        <source>Screenings, second line</source>
        <translation>Entrevistas, segunda línea</translation>
    </message>
    <message>
        <source>Median minutes, primary line</source>
        <translation>Mediana de minutos, primera línea</translation>
    </message>
    <message>
        <source>Median minutes, second line</source>
        <translation>Mediana de minutos, segunda línea</translation>
    </message>
    <message>
        <source>Decisions that depart from the advice</source>
        <translation>Decisiones que se apartan del consejo</translation>
    </message>
    <message>
        <source>Unfinished drafts</source>
        <translation>Borradores sin terminar</translation>
    </message>
    <message>
        <source>Quality of the records</source>
        <translation>Calidad de los registros</translation>
    </message>
    <message>
        <source>screenings, and their share of all</source>
        <translation>entrevistas y su proporción del total</translation>
    </message>
    <message>
        <source>Screenings</source>
        <translation>Entrevistas</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>with indicators not asked or not observed</source>
        <translation>con indicios no preguntados o no observados</translation>
    </message>
    <message>
        <source>without a document number</source>
        <translation>sin número de documento</translation>
    </message>
    <message>
        <source>without a birth date</source>
        <translation>sin fecha de nacimiento</translation>
    </message>
    <message>
        <source>without sex</source>
        <translation>sin dato de sexo</translation>
    </message>
    <message>
        <source>without advice of a risk model</source>
        <translation>sin consejo de un modelo de riesgo</translation>
    </message>
    <message>
        <source>with times out of order</source>
        <translation>con horas en desorden</translation>
    </message>
    <message>
        <source>Delivery to the server</source>
        <translation>Envío al servidor</translation>
    </message>
    <message>
        <source>records of this post when the report was made</source>
        <translation>registros de este puesto al elaborar el informe</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>acknowledged by the server</source>
        <translation>confirmados por el servidor</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>en espera de envío</translation>
    </message>
    <message>
        <source>waiting since</source>
        <translation>en espera desde</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>rechazados por el servidor</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>people, by their last decision</source>
        <translation>personas, según su última decisión</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>people, sex as in the document</source>
        <translation>personas, sexo según el documento</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Advice and decision</source>
        <translation>Consejo y decisión</translation>
    </message>
    <message>
        <source>screenings</source>
        <translation>entrevistas</translation>
    </message>
    <message>
        <source>No advice</source>
        <translation>Sin consejo</translation>
    </message>
    <message>
        <source>Advised ↓  decided →</source>
        <translation>Aconsejado ↓  decidido →</translation>
    </message>
    <message numerus="yes">
        <source>people with the indicator recorded; %n further indicator(s) not shown</source>
        <translation>
            <numerusform>personas con el indicio registrado; %n indicio más no se muestra</numerusform>
            <numerusform>personas con el indicio registrado; %n indicios más no se muestran</numerusform>
        </translation>
    </message>
    <message>
        <source>people with the indicator recorded</source>
        <translation>personas con el indicio registrado</translation>
    </message>
    <message>
        <source>Most frequent signs</source>
        <translation>Señales más frecuentes</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indicio</translation>
    </message>
    <message>
        <source>Signs by dimension</source>
        <translation>Señales por dimensión</translation>
    </message>
    <message>
        <source>people with a sign of the dimension</source>
        <translation>personas con una señal de la dimensión</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimensión</translation>
    </message>
    <message>
        <source>Any sign</source>
        <translation>Alguna señal</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>Idioma de las preguntas</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personas</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Cases to follow up</source>
        <translation>Casos por seguir</translation>
    </message>
    <message>
        <source>people whose last decision asks for a next step, by case number</source>
        <translation>personas cuya última decisión pide un paso siguiente, por número de caso</translation>
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
        <translation>Línea</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Señales</translation>
    </message>
    <message>
        <source>Shift report</source>
        <translation>Informe de turno</translation>
    </message>
    <message>
        <source>Daily report</source>
        <translation>Informe diario</translation>
    </message>
    <message>
        <source>Figures count indicators recorded and decisions taken at this post. They are not findings about any person, and a person without indicators may still need help.</source>
        <translation>Las cifras cuentan indicios registrados y decisiones tomadas en este puesto. No son conclusiones sobre ninguna persona, y quien no presenta indicios también puede necesitar ayuda.</translation>
    </message>
    <message>
        <source>Incoming shift lead</source>
        <translation>Jefatura de turno entrante</translation>
    </message>
    <message>
        <source>Data (BLAKE2b-256)</source>
        <translation>Datos (BLAKE2b-256)</translation>
    </message>
    <message>
        <source>Annex</source>
        <translation>Anexo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message numerus="yes">
        <source>The records of %n people have been erased since. They still count as people, screenings, decisions, ages and sexes; all else here is about the others.</source>
        <translation>
            <numerusform>Los registros de %n persona se borraron después. Esa persona sigue contando en personas, entrevistas, decisiones, edades y sexos; todo lo demás se refiere a las otras.</numerusform>
            <numerusform>Los registros de %n personas se borraron después. Siguen contando en personas, entrevistas, decisiones, edades y sexos; todo lo demás se refiere a las otras.</numerusform>
        </translation>
    </message>
    <message>
        <source>This station</source>
        <translation>Esta estación</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Carril</translation>
    </message>
    <message>
        <source>By lane</source>
        <translation>Por carril</translation>
    </message>
    <message>
        <source>screenings that are still kept</source>
        <translation>entrevistas que aún se conservan</translation>
    </message>
    <message>
        <source>of these, urgent protection</source>
        <translation>de ellas, protección urgente</translation>
    </message>
</context>
<context>
    <name>SignInRefusal</name>
    <message numerus="yes">
        <source>Name or passphrase is wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>El nombre o la frase de contraseña no es correcta. Puede intentar de nuevo en %n segundo.</numerusform>
            <numerusform>El nombre o la frase de contraseña no es correcta. Puede intentar de nuevo en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no store on this computer yet. Ask IT support to make the one of your post.</source>
        <translation>Aún no hay un almacén de datos en esta computadora. Pida a soporte técnico que cree el de su puesto.</translation>
    </message>
    <message>
        <source>A newer version of Amparo has upgraded this store. Ask IT support to install that version again, or to go back with the backup made before the upgrade: %1</source>
        <translation>Una versión más nueva de Amparo actualizó este almacén. Pida a soporte técnico que vuelva a instalar esa versión, o que regrese con la copia de seguridad hecha antes de la actualización: %1</translation>
    </message>
    <message>
        <source>Before this version of Amparo changes the store it makes a backup, and there is no room for it. Nothing was changed. Free %1 MB on the disk of %2, then sign in again.</source>
        <translation>Antes de cambiar el almacén, esta versión de Amparo hace una copia de seguridad, y no hay espacio para ella. No se cambió nada. Libere %1 MB en el disco de %2 y vuelva a iniciar sesión.</translation>
    </message>
    <message>
        <source>Before this version of Amparo changes the store it makes a backup, which could not be read back. Nothing was changed. Tell IT support: the older version still opens the store.</source>
        <translation>Antes de cambiar el almacén, esta versión de Amparo hace una copia de seguridad, y no se pudo volver a leer. No se cambió nada. Avise a soporte técnico: la versión anterior todavía abre el almacén.</translation>
    </message>
</context>
<context>
    <name>SyncText</name>
    <message>
        <source>No link to the server</source>
        <translation>Sin conexión con el servidor</translation>
    </message>
    <message>
        <source>The network wants a sign-in of its own first</source>
        <translation>La red pide antes su propio inicio de sesión</translation>
    </message>
    <message>
        <source>The server cannot prove who it is: nothing is sent. Tell IT support</source>
        <translation>El servidor no puede probar quién es: no se envía nada. Avise a soporte técnico</translation>
    </message>
    <message>
        <source>The server refuses this post&apos;s access. Tell IT support</source>
        <translation>El servidor rechaza el acceso de este puesto. Avise a soporte técnico</translation>
    </message>
    <message>
        <source>The server&apos;s address takes no records. Tell IT support</source>
        <translation>La dirección del servidor no recibe registros. Avise a soporte técnico</translation>
    </message>
    <message>
        <source>The server asks to wait</source>
        <translation>El servidor pide esperar</translation>
    </message>
    <message>
        <source>The server has a fault; it is tried again</source>
        <translation>El servidor tiene una falla; se intenta de nuevo</translation>
    </message>
    <message>
        <source>The link broke; it is tried again</source>
        <translation>La conexión se cortó; se intenta de nuevo</translation>
    </message>
    <message>
        <source>The records to send cannot be read. Call IT support</source>
        <translation>No se pueden leer los registros por enviar. Llame a soporte técnico</translation>
    </message>
    <message>
        <source>No server is set: records stay here</source>
        <translation>No hay un servidor configurado: los registros quedan aquí</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Enviando</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Consultando al servidor</translation>
    </message>
    <message>
        <source>Linked to the server</source>
        <translation>Con conexión al servidor</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n por enviar</numerusform>
            <numerusform>%n por enviar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n retenido</numerusform>
            <numerusform>%n retenidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending waits for the hours set for it</source>
        <translation>El envío espera el horario fijado</translation>
    </message>
    <message>
        <source>What may be sent in a day is used up</source>
        <translation>Ya se usó lo que se puede enviar en un día</translation>
    </message>
    <message>
        <source>This link is paid by use: sending waits for another</source>
        <translation>Esta conexión se paga por uso: el envío espera otra</translation>
    </message>
    <message>
        <source>Sending is paused</source>
        <translation>El envío está en pausa</translation>
    </message>
    <message>
        <source>The server refuses this record (%1). Tell IT support</source>
        <translation>El servidor rechaza este registro (%1). Avise a soporte técnico</translation>
    </message>
    <message>
        <source>The server knows this post by another key: nothing is sent. Whoever runs the server has to reset it</source>
        <translation>El servidor conoce este puesto por otra clave: no se envía nada. Quien administra el servidor tiene que restablecerla</translation>
    </message>
    <message>
        <source>The form asks to encrypt this record, but its key is damaged. Tell IT support</source>
        <translation>El formulario pide cifrar este registro, pero su clave está dañada. Avise a soporte técnico</translation>
    </message>
    <message>
        <source>Signed by the server, and the signature holds</source>
        <translation>Firmado por el servidor, y la firma es válida</translation>
    </message>
    <message>
        <source>The server does not sign</source>
        <translation>El servidor no firma</translation>
    </message>
    <message>
        <source>Signed; the server&apos;s key is not known here</source>
        <translation>Firmado; aquí no se conoce la clave del servidor</translation>
    </message>
    <message>
        <source>Not of this server&apos;s key. Tell IT support</source>
        <translation>No es de la clave de este servidor. Avise a soporte técnico</translation>
    </message>
    <message>
        <source>It proves nothing. Tell IT support</source>
        <translation>No prueba nada. Avise a soporte técnico</translation>
    </message>
    <message>
        <source>The network&apos;s proxy refuses its user or password. Tell IT support</source>
        <translation>El proxy de la red rechaza su usuario o contraseña. Avise a soporte técnico</translation>
    </message>
    <message>
        <source>The post&apos;s relay does not answer; it is tried again</source>
        <translation>El repetidor del puesto no responde; se intenta de nuevo</translation>
    </message>
    <message>
        <source>Linked to the post&apos;s relay</source>
        <translation>Con conexión al repetidor del puesto</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Clear</source>
        <extracomment>a decision: the traveller goes on</extracomment>
        <translation>Continúa</translation>
    </message>
    <message>
        <source>Second line</source>
        <extracomment>a decision: a second interview by another officer in a separate room</extracomment>
        <translation>Segunda línea</translation>
    </message>
    <message>
        <source>Urgent protection</source>
        <extracomment>a decision: protect at once</extracomment>
        <translation>Protección urgente</translation>
    </message>
    <message>
        <source>Not stated</source>
        <extracomment>sex as printed in the travel document</extracomment>
        <translation>No consta</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Femenino</translation>
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
        <translation>Estado emisor</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>document number</source>
        <translation>número de documento</translation>
    </message>
    <message>
        <source>nationality</source>
        <translation>nacionalidad</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>fecha de nacimiento</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>sexo</translation>
    </message>
    <message>
        <source>date of expiry</source>
        <translation>fecha de vencimiento</translation>
    </message>
    <message>
        <source>optional data</source>
        <extracomment>a field of the machine readable zone that is the issuer&apos;s</extracomment>
        <translation>datos opcionales</translation>
    </message>
    <message>
        <source>overall check</source>
        <extracomment>the check digit over several fields</extracomment>
        <translation>control general</translation>
    </message>
    <message>
        <source>This is not a whole number. Use digits only.</source>
        <translation>No es un número entero. Use solo cifras.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>No es un número.</translation>
    </message>
    <message>
        <source>There is no such day. Write it like this: %1</source>
        <translation>Ese día no existe. Escríbalo así: %1</translation>
    </message>
    <message>
        <source>There is no such time. Write it like this: %1</source>
        <translation>Esa hora no existe. Escríbala así: %1</translation>
    </message>
    <message>
        <source>This is not a day with a time. Write it like this: %1</source>
        <translation>No es un día con hora. Escríbalo así: %1</translation>
    </message>
    <message>
        <source>This answer does not fit the question.</source>
        <translation>La respuesta no corresponde a la pregunta.</translation>
    </message>
    <message>
        <source>Primary line</source>
        <extracomment>an interview: the checklist at the counter</extracomment>
        <translation>Primera línea</translation>
    </message>
    <message>
        <source>Second line</source>
        <comment>interview</comment>
        <extracomment>an interview: in private, by another officer</extracomment>
        <translation>Segunda línea</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En espera de envío</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Se está enviando</translation>
    </message>
    <message>
        <source>Received by the server</source>
        <translation>Recibido por el servidor</translation>
    </message>
    <message>
        <source>Held back: needs a look</source>
        <translation>Retenido: hay que revisarlo</translation>
    </message>
    <message>
        <source>Children and unaccompanied minors</source>
        <extracomment>a questionnaire</extracomment>
        <translation>Niñas, niños y adolescentes, también no acompañados</translation>
    </message>
    <message>
        <source>Smuggling of migrants</source>
        <extracomment>a questionnaire; es: tráfico ilícito, pt: contrabando, not trafficking</extracomment>
        <translation>Tráfico ilícito de migrantes</translation>
    </message>
    <message>
        <source>Document examination</source>
        <extracomment>a questionnaire</extracomment>
        <translation>Examen de documentos</translation>
    </message>
    <message>
        <source>Vehicle and transport</source>
        <extracomment>a questionnaire</extracomment>
        <translation>Vehículo y transporte</translation>
    </message>
    <message>
        <source>Protection needs and referral</source>
        <extracomment>a questionnaire</extracomment>
        <translation>Necesidades de protección y derivación</translation>
    </message>
    <message>
        <source>Shift handover</source>
        <extracomment>a questionnaire</extracomment>
        <translation>Entrega del turno</translation>
    </message>
    <message>
        <source>Officer</source>
        <extracomment>a role: holds interviews</extracomment>
        <translation>Funcionario</translation>
    </message>
    <message>
        <source>Shift lead</source>
        <extracomment>a role</extracomment>
        <translation>Jefatura de turno</translation>
    </message>
    <message>
        <source>Administrator</source>
        <extracomment>a role</extracomment>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Auditor</source>
        <extracomment>a role: reads all, changes nothing</extracomment>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Draft past its term</source>
        <extracomment>why a record was erased</extracomment>
        <translation>Borrador con el plazo vencido</translation>
    </message>
    <message>
        <source>Record past its term</source>
        <extracomment>why a record was erased</extracomment>
        <translation>Registro con el plazo vencido</translation>
    </message>
    <message>
        <source>The person asks for it</source>
        <extracomment>why a record was erased</extracomment>
        <translation>La persona lo pide</translation>
    </message>
    <message>
        <source>A court orders it</source>
        <extracomment>why a record was erased</extracomment>
        <translation>Lo ordena un juzgado</translation>
    </message>
    <message>
        <source>An authority orders it</source>
        <extracomment>why a record was erased</extracomment>
        <translation>Lo ordena una autoridad</translation>
    </message>
    <message>
        <source>It was begun by mistake</source>
        <extracomment>why a draft is discarded</extracomment>
        <translation>Se empezó por error</translation>
    </message>
    <message>
        <source>The traveller has another record</source>
        <extracomment>why a draft is discarded</extracomment>
        <translation>La persona ya tiene otro registro</translation>
    </message>
    <message>
        <source>It was practice, about nobody real</source>
        <extracomment>why a draft is discarded</extracomment>
        <translation>Era práctica, sobre nadie real</translation>
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
        <translation>Medio</translation>
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
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>The last answers of an interview are not saved.</source>
        <translation>Las últimas respuestas de una entrevista no están guardadas.</translation>
    </message>
    <message>
        <source>The store does not take them now. Stay, leave the program running and call IT support: it tries again. If you leave, they are lost.</source>
        <translation>El almacén no las acepta ahora. Quédese, deje el programa abierto y llame a soporte técnico: lo intenta de nuevo. Si sale, se pierden.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Leave without them</source>
        <translation>Salir sin ellas</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::AboutWindow</name>
    <message>
        <source>see its text</source>
        <translation>vea su texto</translation>
    </message>
    <message>
        <source>No text of this licence lies beside the program.</source>
        <translation>Junto al programa no hay ningún texto de esta licencia.</translation>
    </message>
    <message>
        <source>About Amparo</source>
        <translation>Acerca de Amparo</translation>
    </message>
    <message>
        <source>Version %1. Free software under the Apache License 2.0.</source>
        <translation>Versión %1. Es software libre bajo la Apache License 2.0.</translation>
    </message>
    <message>
        <source>Version %1, commit %2. Free software under the Apache License 2.0.</source>
        <translation>Versión %1, confirmación %2. Es software libre bajo la Apache License 2.0.</translation>
    </message>
    <message>
        <source>What ships with Amparo</source>
        <translation>Lo que se entrega con Amparo</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texto de la licencia</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <translation>Hecho</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::AddOfficerDialog</name>
    <message>
        <source>Add an officer</source>
        <translation>Agregar un funcionario</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>A&amp;gregar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Na&amp;me, as colleagues see it:</source>
        <translation>No&amp;mbre, como lo ven los colegas:</translation>
    </message>
    <message>
        <source>&amp;Login name:</source>
        <translation>Nombre de &amp;usuario:</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Función:</translation>
    </message>
    <message>
        <source>Hand the passphrase over in person. The officer changes it after the first sign-in, in the menu that F10 opens.</source>
        <translation>Entregue la frase de contraseña en persona. El funcionario la cambia después de su primer inicio de sesión, en el menú que abre F10.</translation>
    </message>
    <message>
        <source>Type the officer&apos;s name and login name.</source>
        <translation>Escriba el nombre del funcionario y su nombre de usuario.</translation>
    </message>
    <message>
        <source>Adding the officer…</source>
        <translation>Agregando al funcionario…</translation>
    </message>
    <message>
        <source>%1 can sign in as %2.</source>
        <translation>%1 puede iniciar sesión como %2.</translation>
    </message>
    <message>
        <source>Somebody has or had this login name at the post. Choose another, and type the passphrase again.</source>
        <translation>Alguien tiene o tuvo este nombre de usuario en el puesto. Elija otro y escriba de nuevo la frase de contraseña.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Sección</translation>
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
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De qué</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::AuditSection</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;hasta</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Quién lo hizo</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <source>&amp;Verify now</source>
        <translation>&amp;Verificar ahora</translation>
    </message>
    <message>
        <source>Verify now</source>
        <translation>Verificar ahora</translation>
    </message>
    <message>
        <source>All deeds</source>
        <translation>Todos los actos</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todas las personas</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>There is no such entry.</source>
        <translation>No hay ninguna entrada así.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n entries; scroll for more.</source>
        <translation>
            <numerusform>La entrada más nueva (%n); desplácese para ver más.</numerusform>
            <numerusform>Las %n entradas más nuevas; desplácese para ver más.</numerusform>
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
        <translation>Volviendo a calcular la cadena de entradas…</translation>
    </message>
    <message>
        <source>Stopped: up to entry %1 all is sound.</source>
        <translation>Detenido: hasta la entrada %1 todo está íntegro.</translation>
    </message>
    <message>
        <source>%1 Change nothing, and tell headquarters today.</source>
        <translation>%1 No cambie nada y avise hoy a la sede.</translation>
    </message>
    <message>
        <source>All %1 entries are sound, and %2 signed checkpoints agree. Somebody with the store&apos;s keys is found out only by what the server has: amparoctl audit verify --receipts.</source>
        <translation>Las %1 entradas están íntegras y %2 puntos de control firmados coinciden. A quien tiene las claves del almacén solo lo descubre lo que tiene el servidor: amparoctl audit verify --receipts.</translation>
    </message>
    <message>
        <source>The entries that are there are sound, up to entry %1. Some from %2 to %3 went with damaged pages, as the salvage at entry %4 tells.</source>
        <translation>Las entradas que hay están en orden, hasta la %1. Algunas de la %2 a la %3 se perdieron con páginas dañadas, como dice el rescate de la entrada %4.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::BackupDrillDialog</name>
    <message>
        <source>Try a backup</source>
        <translation>Probar una copia de seguridad</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Probarla</translation>
    </message>
    <message>
        <source>Reads the backup to its end as a restore would, every page and the whole audit log, and changes nothing. It opens with the passphrase that you had on the day when it was made.</source>
        <translation>Lee la copia hasta el final, como lo haría una restauración, cada página y todo el registro de auditoría, y no cambia nada. Se abre con la frase de contraseña que usted tenía el día en que se hizo.</translation>
    </message>
    <message>
        <source>Folder of the backup</source>
        <translation>Carpeta de la copia</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Su frase de contraseña</translation>
    </message>
    <message>
        <source>&amp;Folder of the backup:</source>
        <translation>&amp;Carpeta de la copia:</translation>
    </message>
    <message>
        <source>Your &amp;passphrase:</source>
        <translation>Su &amp;frase de contraseña:</translation>
    </message>
    <message>
        <source>Type the folder and your passphrase.</source>
        <translation>Escriba la carpeta y su frase de contraseña.</translation>
    </message>
    <message>
        <source>Reading the backup to its end…</source>
        <translation>Leyendo la copia hasta el final…</translation>
    </message>
    <message>
        <source>There is no whole backup in that folder.</source>
        <translation>En esa carpeta no hay ninguna copia completa.</translation>
    </message>
    <message>
        <source>The backup of %1 can be restored: every page is sound, and the audit log up to entry %2.</source>
        <translation>La copia de %1 se puede restaurar: cada página está íntegra, y el registro de auditoría hasta la entrada %2.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::BackupScheduleDialog</name>
    <message>
        <source>Backups by themselves</source>
        <translation>Copias de seguridad automáticas</translation>
    </message>
    <message>
        <source>&amp;Set the schedule</source>
        <translation>E&amp;stablecer la programación</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Hours between two backups</source>
        <translation>Horas entre dos copias</translation>
    </message>
    <message>
        <source>How many are kept</source>
        <translation>Cuántas se conservan</translation>
    </message>
    <message>
        <source>Days for which one is kept</source>
        <translation>Días que se conserva cada una</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Elegir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>Best on another disk, which is away from the computer at night. It must be there already: one that is not plugged in is told, not replaced.</source>
        <translation>Mejor en otro disco, que de noche no quede junto a la computadora. Ya debe estar ahí: si no está conectado, se avisa y no se reemplaza.</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Carpeta:</translation>
    </message>
    <message>
        <source>One every so many &amp;hours:</source>
        <translation>Una cada tantas &amp;horas:</translation>
    </message>
    <message>
        <source>&amp;Keep so many:</source>
        <translation>C&amp;onservar tantas:</translation>
    </message>
    <message>
        <source>For so many &amp;days at most:</source>
        <translation>Por tantos &amp;días como máximo:</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Carpeta para copias de seguridad</translation>
    </message>
    <message>
        <source>Backups are made by themselves while somebody is signed in.</source>
        <translation>Las copias de seguridad se hacen por sí solas mientras haya una sesión abierta.</translation>
    </message>
    <message>
        <source>Backups are to be made by themselves: %1</source>
        <translation>Las copias de seguridad se harán por sí solas: %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::BackupsSection</name>
    <message>
        <source>&amp;Backups, newest first</source>
        <translation>&amp;Copias de seguridad, la más nueva primero</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Back up &amp;now</source>
        <translation>Hacer una copia &amp;ahora</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer una copia ahora</translation>
    </message>
    <message>
        <source>&amp;Try whether one can be restored…</source>
        <translation>&amp;Probar si una se puede restaurar…</translation>
    </message>
    <message>
        <source>Try whether one can be restored</source>
        <translation>Probar si una se puede restaurar</translation>
    </message>
    <message>
        <source>&amp;Schedule…</source>
        <translation>P&amp;rogramación…</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programación</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>time, size, folder</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>No backup is made by itself: an administrator sets a schedule.</source>
        <translation>No se hace ninguna copia de seguridad por sí sola: administración establece una programación.</translation>
    </message>
    <message>
        <source>%1 The last try failed. %2</source>
        <extracomment>how backups stand, then why</extracomment>
        <translation>%1 El último intento falló. %2</translation>
    </message>
    <message>
        <source>Copying the store…</source>
        <translation>Copiando el almacén…</translation>
    </message>
    <message>
        <source>Reading the backup back…</source>
        <translation>Volviendo a leer la copia…</translation>
    </message>
    <message>
        <source>Backed up and read back.</source>
        <translation>Copia hecha y vuelta a leer.</translation>
    </message>
    <message>
        <source>The schedule is set by headquarters or by IT: it is not changed here.</source>
        <translation>La programación la fija la sede o el área de informática: aquí no se cambia.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::CardChoices</name>
    <message>
        <source>&amp;Card</source>
        <translation>&amp;Tarjeta</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>&amp;Language of the traveller</source>
        <translation>&amp;Idioma de la persona que viaja</translation>
    </message>
    <message>
        <source>Language of the traveller</source>
        <translation>Idioma de la persona que viaja</translation>
    </message>
    <message>
        <source>Countries on the way</source>
        <translation>Países del camino</translation>
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
        <translation>&amp;Nombrar las leyes</translation>
    </message>
    <message>
        <source>Name the laws</source>
        <translation>Nombrar las leyes</translation>
    </message>
    <message>
        <source>No QR code</source>
        <translation>Sin código QR</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::CardScreen</name>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Tarjeta</translation>
    </message>
    <message>
        <source>Smaller (−)</source>
        <translation>Más pequeño (−)</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Más grande (+)</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
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
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ChangeRoleDialog</name>
    <message>
        <source>&amp;Change the role</source>
        <translation>&amp;Cambiar la función</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Función:</translation>
    </message>
    <message>
        <source>An officer sees own travellers, a shift lead those of the day, an auditor all and changes nothing. An administrator manages accounts, keys and policies and sees no traveller.</source>
        <translation>Un funcionario ve a sus propios viajeros; la jefatura de turno, los del día; auditoría, todos, y no cambia nada. Administración maneja cuentas, claves y políticas, y no ve a ningún viajero.</translation>
    </message>
    <message>
        <source>Changing the role…</source>
        <translation>Cambiando la función…</translation>
    </message>
    <message>
        <source>%1 has this role from the next sign-in on: %2.</source>
        <translation>%1 tiene esta función desde su próximo inicio de sesión: %2.</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Cambiar la función</translation>
    </message>
    <message>
        <source>What %1 may do, from the next sign-in on:</source>
        <translation>Lo que %1 puede hacer, desde su próximo inicio de sesión:</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ChecklistRow</name>
    <message>
        <source>%1 (required)</source>
        <extracomment>%1 is a question that must be answered</extracomment>
        <translation>%1 (obligatoria)</translation>
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
        <translation>Sin contar</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Cerrar el turno</translation>
    </message>
    <message>
        <source>People checked</source>
        <translation>Personas controladas</translation>
    </message>
    <message>
        <source>Notes for the next shift</source>
        <translation>Notas para el próximo turno</translation>
    </message>
    <message>
        <source>Confirm closing</source>
        <translation>Confirmar el cierre</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) stay open for the next shift.</source>
        <translation>
            <numerusform>%n borrador queda abierto para el próximo turno.</numerusform>
            <numerusform>%n borradores quedan abiertos para el próximo turno.</numerusform>
        </translation>
    </message>
    <message>
        <source>People checked in this shift, screened or not:</source>
        <translation>Personas controladas en este turno, con o sin entrevista:</translation>
    </message>
    <message>
        <source>Notes for the next shift (no names):</source>
        <translation>Notas para el próximo turno (sin nombres):</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::DateField</name>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>for instance %1</source>
        <translation>por ejemplo %1</translation>
    </message>
    <message>
        <source>Choose a day: %1</source>
        <translation>Elegir un día: %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::DecisionBar</name>
    <message>
        <source>Still missing (%1):</source>
        <translation>Aún falta (%1):</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Su decisión</translation>
    </message>
    <message>
        <source>Why you depart from the advice</source>
        <translation>Por qué se aparta del consejo</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>%1 (%2), advised</source>
        <extracomment>a button: %1 a decision, %2 its key</extracomment>
        <translation>%1 (%2), aconsejado</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Advised</source>
        <translation>Aconsejado</translation>
    </message>
    <message>
        <source>&amp;Why do you depart from the advice?</source>
        <translation>¿&amp;Por qué se aparta del consejo?</translation>
    </message>
    <message>
        <source>Reason for departing from the advice</source>
        <translation>Motivo para apartarse del consejo</translation>
    </message>
    <message>
        <source>One sentence; no names of other people</source>
        <translation>Una frase; sin nombres de otras personas</translation>
    </message>
    <message>
        <source>Finalise (Ctrl+Enter)</source>
        <translation>Finalizar (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Finalise</source>
        <translation>Finalizar</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Borrador guardado</translation>
    </message>
    <message>
        <source>The last answer is not saved yet. Leave the program running; it tries again.</source>
        <translation>La última respuesta aún no se guardó. Deje el programa abierto; lo intenta de nuevo.</translation>
    </message>
    <message>
        <source>&amp;Discard the draft…</source>
        <translation>Desca&amp;rtar el borrador…</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Descartar el borrador</translation>
    </message>
    <message>
        <source>The record is not final yet; the draft is kept. Try again, or call IT support.</source>
        <translation>El registro aún no es definitivo; se conserva el borrador. Intente de nuevo o llame a soporte técnico.</translation>
    </message>
    <message>
        <source>The record is not final, and its last answers are not saved. Leave the program running and call IT support; it tries again.</source>
        <translation>El registro no es definitivo y sus últimas respuestas no están guardadas. Deje el programa abierto y llame a soporte técnico; lo intenta de nuevo.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::DeedDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::DiscardDialog</name>
    <message>
        <source>Discard the draft</source>
        <translation>Descartar el borrador</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>The draft and its answers cannot be brought back. The audit log keeps who discarded it and why.</source>
        <translation>El borrador y sus respuestas no se pueden recuperar. El registro de auditoría guarda quién lo descartó y por qué.</translation>
    </message>
    <message numerus="yes">
        <source>%n sign(s) are noted in it. If the traveller is real, make the record final instead.</source>
        <translation>
            <numerusform>Tiene %n señal anotada. Si la persona es real, finalice el registro en vez de descartarlo.</numerusform>
            <numerusform>Tiene %n señales anotadas. Si la persona es real, finalice el registro en vez de descartarlo.</numerusform>
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
        <translation>El borrador está descartado.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::EncounterPanel</name>
    <message>
        <source>Earlier encounters: %1</source>
        <translation>Encuentros anteriores: %1</translation>
    </message>
    <message>
        <source>Earlier encounters</source>
        <translation>Encuentros anteriores</translation>
    </message>
    <message>
        <source>Earlier encounters and shared answers</source>
        <translation>Encuentros anteriores y respuestas en común</translation>
    </message>
    <message>
        <source>Nothing to look up yet.</source>
        <translation>Todavía no hay nada que buscar.</translation>
    </message>
    <message>
        <source>Looking for earlier encounters…</source>
        <translation>Buscando encuentros anteriores…</translation>
    </message>
    <message>
        <source>Earlier encounters could not be looked up. Go on without them.</source>
        <translation>No se pudieron buscar encuentros anteriores. Siga sin ellos.</translation>
    </message>
    <message numerus="yes">
        <source>Many look-ups in a short time. The next can be made in %n minute(s).</source>
        <translation>
            <numerusform>Muchas búsquedas en poco tiempo. La próxima se podrá hacer en %n minuto.</numerusform>
            <numerusform>Muchas búsquedas en poco tiempo. La próxima se podrá hacer en %n minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>They may have ordinary reasons. They never change the advice.</source>
        <translation>Pueden tener razones comunes. Nunca cambian el consejo.</translation>
    </message>
    <message>
        <source>None is known at this post. That says nothing about today.</source>
        <translation>En este puesto no se conoce ninguno. Eso no dice nada sobre hoy.</translation>
    </message>
    <message>
        <source>Older records are still being added.</source>
        <translation>Todavía se están agregando registros más antiguos.</translation>
    </message>
    <message>
        <source>Press to fold</source>
        <translation>Pulse para plegar</translation>
    </message>
    <message>
        <source>Press to show</source>
        <translation>Pulse para mostrar</translation>
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
        <translation>&amp;Retirar</translation>
    </message>
    <message>
        <source>%1 will not be able to sign in until an administrator gives a new passphrase.</source>
        <translation>%1 no podrá iniciar sesión hasta que administración le dé una nueva frase de contraseña.</translation>
    </message>
    <message>
        <source>%1 will not be able to sign in, and nobody else gets this login name. The name stays on the records. This cannot be undone.</source>
        <translation>%1 no podrá iniciar sesión y nadie más recibe este nombre de usuario. El nombre queda en los registros. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Whoever copied the key file before still opens this store with the old passphrase. So change the store&apos;s key afterwards.</source>
        <translation>Quien haya copiado antes el archivo de claves todavía abre este almacén con la frase de contraseña anterior. Por eso, cambie después la clave del almacén.</translation>
    </message>
    <message>
        <source>Closing the account…</source>
        <translation>Cerrando la cuenta…</translation>
    </message>
    <message>
        <source>%1 can no longer sign in. Change the store&apos;s key next, so that no copy of the key file made before opens it.</source>
        <translation>%1 ya no puede iniciar sesión. Ahora cambie la clave del almacén, para que no lo abra ninguna copia anterior del archivo de claves.</translation>
    </message>
    <message>
        <source>Suspend the account</source>
        <translation>Suspender la cuenta</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Retirar la cuenta</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::EraseDialog</name>
    <message>
        <source>Erase before term</source>
        <translation>Borrar antes del plazo</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>&amp;Borrar</translation>
    </message>
    <message>
        <source>All records of this person at this post are erased and cannot be brought back; date, reason and the server&apos;s receipt stay. The server&apos;s copy is the server&apos;s to erase, and backups hold the records until they expire.</source>
        <translation>Todos los registros de esta persona en este puesto se borran y no se pueden recuperar; quedan fecha, motivo y recibo del servidor. La copia del servidor la borra el servidor, y las copias de seguridad conservan los registros hasta que vencen.</translation>
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
        <translation>Borrar todos los registros de la persona cuyo registro está abierto, antes de su plazo. Motivo: %1.</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Borrando…</translation>
    </message>
    <message>
        <source>All records of this person are erased.</source>
        <translation>Todos los registros de esta persona están borrados.</translation>
    </message>
    <message>
        <source>A record of this person is kept beyond its term, or is being sent right now. Nothing was erased.</source>
        <translation>Un registro de esta persona está retenido o se está enviando ahora. No se borró nada.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::FeedbackView</name>
    <message>
        <source>%1 of %2 points</source>
        <translation>%1 de %2 puntos</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>Not passed: something was done that must never be done</source>
        <translation>No aprobado: se hizo algo que nunca debe hacerse</translation>
    </message>
    <message>
        <source>Not passed: the decision was not right</source>
        <translation>No aprobado: la decisión no fue correcta</translation>
    </message>
    <message>
        <source>Not passed: %1 points are needed</source>
        <translation>No aprobado: hacen falta %1 puntos</translation>
    </message>
    <message>
        <source>This result could not be kept. Go on, and tell IT support.</source>
        <translation>Este resultado no se pudo guardar. Siga y avise a soporte técnico.</translation>
    </message>
    <message>
        <source>What came out, and why</source>
        <translation>Qué resultó y por qué</translation>
    </message>
    <message>
        <source>Why a flag never decides</source>
        <translation>Por qué un aviso nunca decide</translation>
    </message>
    <message>
        <source>Large: flagged and affected. Rings: flagged and not affected. Small: not flagged.</source>
        <translation>Grandes: señalados y afectados. Anillos: señalados sin estar afectados. Pequeños: no señalados.</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Probar de nuevo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Probar de nuevo</translation>
    </message>
    <message>
        <source>Back to the &amp;list</source>
        <translation>Volver a la &amp;lista</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::GivePassphraseDialog</name>
    <message>
        <source>&amp;Give the passphrase</source>
        <translation>&amp;Dar la frase de contraseña</translation>
    </message>
    <message>
        <source>%1 is suspended. With a new passphrase the account opens again.</source>
        <translation>La cuenta de %1 está suspendida. Con una nueva frase de contraseña vuelve a abrirse.</translation>
    </message>
    <message>
        <source>The passphrase that %1 has now opens nothing any more.</source>
        <translation>La frase de contraseña que %1 tiene ahora deja de abrir.</translation>
    </message>
    <message>
        <source>Hand the passphrase over in person. The officer changes it after the first sign-in, in the menu that F10 opens.</source>
        <translation>Entregue la frase de contraseña en persona. El funcionario la cambia después de su primer inicio de sesión, en el menú que abre F10.</translation>
    </message>
    <message>
        <source>Changing the passphrase…</source>
        <translation>Cambiando la frase de contraseña…</translation>
    </message>
    <message>
        <source>%1 signs in with the new passphrase from now on.</source>
        <translation>Desde ahora %1 inicia sesión con la nueva frase de contraseña.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nueva frase de contraseña</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::HeadingRow</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Quitar: %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::HelpCardsPage</name>
    <message>
        <source>Help cards</source>
        <translation>Tarjetas de ayuda</translation>
    </message>
    <message>
        <source>The card as the traveller reads it</source>
        <translation>La tarjeta como la lee la persona que viaja</translation>
    </message>
    <message>
        <source>Show on the whole screen (F11)</source>
        <translation>Mostrar en toda la pantalla (F11)</translation>
    </message>
    <message>
        <source>Show on the whole screen</source>
        <translation>Mostrar en toda la pantalla</translation>
    </message>
    <message>
        <source>Cards of this shift</source>
        <translation>Tarjetas de este turno</translation>
    </message>
    <message>
        <source>A native speaker reviewed this text on %1.</source>
        <translation>Un hablante nativo revisó este texto el %1.</translation>
    </message>
    <message>
        <source>No native speaker has reviewed this text yet. Ask an interpreter if you can.</source>
        <translation>Ningún hablante nativo ha revisado este texto todavía. Si puede, pregunte a un intérprete.</translation>
    </message>
    <message>
        <source>The card shows no number: choose a country on the way.</source>
        <translation>La tarjeta no muestra ningún número: elija un país del camino.</translation>
    </message>
    <message>
        <source>Nobody has confirmed all of these numbers by a call yet. Call one before you give the card.</source>
        <translation>Nadie ha confirmado todavía todos estos números con una llamada. Llame a uno antes de dar la tarjeta.</translation>
    </message>
    <message>
        <source>Some of these numbers were last confirmed more than 180 days ago. Call one before you give the card.</source>
        <translation>Algunos de estos números se confirmaron hace más de 180 días. Llame a uno antes de dar la tarjeta.</translation>
    </message>
    <message>
        <source>The leaflet went to the printer.</source>
        <translation>El folleto fue a la impresora.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Escrito: %1</translation>
    </message>
    <message>
        <source>This shift: %1 shown, %2 as leaflets</source>
        <translation>Este turno: %1 mostradas, %2 en folleto</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::HelpWindow</name>
    <message>
        <source>Amparo: help</source>
        <translation>Amparo: ayuda</translation>
    </message>
    <message>
        <source>Search the help (Ctrl+F)</source>
        <translation>Buscar en la ayuda (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <source>Help topics</source>
        <translation>Temas de ayuda</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer or shorter words: beginnings are enough.</source>
        <translation>Nada encontrado. Pruebe con menos palabras o más cortas: basta el comienzo.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>Atrás (Alt+Izquierda)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Cerrar la ayuda</translation>
    </message>
    <message>
        <source>No native speaker has reviewed this translation yet.</source>
        <translation>Ningún hablante nativo ha revisado aún esta traducción.</translation>
    </message>
    <message>
        <source>&amp;About Amparo…</source>
        <translation>&amp;Acerca de Amparo…</translation>
    </message>
    <message>
        <source>About Amparo and its licences</source>
        <translation>Acerca de Amparo y sus licencias</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::HoldDialog</name>
    <message>
        <source>Keep beyond term</source>
        <translation>Retener más allá del plazo</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Retener</translation>
    </message>
    <message>
        <source>The records of this person stay, whatever their term, until the hold is ended by two people.</source>
        <translation>Los registros de esta persona quedan, cualquiera que sea su plazo, hasta que dos personas terminen la retención.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>&amp;Reference of the court or authority, no name:</source>
        <translation>&amp;Referencia del juzgado o la autoridad, sin nombres:</translation>
    </message>
    <message>
        <source>Setting the hold…</source>
        <translation>Fijando la retención…</translation>
    </message>
    <message>
        <source>The records of this person stay until the hold is ended.</source>
        <translation>Los registros de esta persona quedan hasta que termine la retención.</translation>
    </message>
    <message>
        <source>A reference has 1 to 40 letters, digits and the signs - . / _</source>
        <translation>Una referencia tiene de 1 a 40 letras, cifras y los signos - . / _</translation>
    </message>
    <message>
        <source>They are kept under this reference already.</source>
        <translation>Ya están retenidos con esta referencia.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::InstitutionsModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
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
        <translation>Copiando el almacén con su clave nueva…</translation>
    </message>
    <message>
        <source>Reading the copy back. What you do meanwhile waits for it.</source>
        <translation>Volviendo a leer la copia. Lo que haga entretanto espera.</translation>
    </message>
    <message>
        <source>The store has a new key. Everybody&apos;s passphrase stays as it was. Make a backup next: older ones open with the old key.</source>
        <translation>El almacén tiene una clave nueva. Las frases de contraseña siguen como estaban. Haga ahora una copia de seguridad: las anteriores se abren con la clave vieja.</translation>
    </message>
    <message>
        <source>The store&apos;s key opens all records; every passphrase gives it. After a change, a copy of the key file that somebody took before opens nothing. All passphrases stay as they are. It needs room for a second copy of the store, and can be stopped until the copy is read back.</source>
        <translation>La clave del almacén abre todos los registros; cada frase de contraseña da acceso a ella. Después de un cambio, una copia del archivo de claves que alguien haya sacado antes no abre nada. Todas las frases de contraseña siguen igual. Hace falta espacio para una segunda copia del almacén, y se puede detener hasta que se vuelva a leer la copia.</translation>
    </message>
    <message>
        <source>&amp;Change the key</source>
        <translation>&amp;Cambiar la clave</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Cambiar la clave</translation>
    </message>
    <message>
        <source>Headquarters&apos; recovery key</source>
        <translation>Clave de recuperación de la sede</translation>
    </message>
    <message>
        <source>&amp;File with its public half</source>
        <translation>&amp;Archivo con su mitad pública</translation>
    </message>
    <message>
        <source>File with the public half</source>
        <translation>Archivo con la mitad pública</translation>
    </message>
    <message>
        <source>Ch&amp;oose…</source>
        <translation>&amp;Elegir…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Elegir el archivo</translation>
    </message>
    <message>
        <source>&amp;Read it…</source>
        <translation>&amp;Leerlo…</translation>
    </message>
    <message>
        <source>Read the file</source>
        <translation>Leer el archivo</translation>
    </message>
    <message>
        <source>An account was removed or suspended since the last change: change the key now.</source>
        <translation>Se retiró o suspendió una cuenta desde el último cambio: cambie la clave ahora.</translation>
    </message>
    <message>
        <source>Set. Fingerprint: %1</source>
        <translation>Establecida. Huella: %1</translation>
    </message>
    <message>
        <source>None is set: if all passphrases are lost, nobody opens this store.</source>
        <translation>No hay ninguna: si se pierden todas las frases de contraseña, nadie abre este almacén.</translation>
    </message>
    <message>
        <source>Stopped: the store has the key that it had. You can begin again.</source>
        <translation>Detenido: el almacén tiene la clave que tenía. Puede empezar de nuevo.</translation>
    </message>
    <message>
        <source>Public half of headquarters&apos; key</source>
        <translation>Mitad pública de la clave de la sede</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>No existe ese archivo.</translation>
    </message>
    <message>
        <source>That file holds no recovery key. Ask headquarters for the public half again.</source>
        <translation>Ese archivo no contiene una clave de recuperación. Pida otra vez la mitad pública a la sede.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::LanesView</name>
    <message>
        <source>Lanes deliver to this station, %1, while somebody is signed in here.</source>
        <translation>Los carriles entregan a esta estación, %1, mientras alguien tiene la sesión abierta aquí.</translation>
    </message>
    <message>
        <source>Lanes cannot reach this station: its address is not this computer&apos;s, or is taken. They keep their records. Tell IT support.</source>
        <translation>Los carriles no pueden llegar a esta estación: su dirección no es de esta computadora, o está ocupada. Conservan sus registros. Avise a soporte técnico.</translation>
    </message>
    <message>
        <source>This station takes nothing from lanes any more.</source>
        <translation>Esta estación ya no recibe nada de los carriles.</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>todavía no</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Carriles</translation>
    </message>
    <message>
        <source>No workstation delivers here yet. IT enrols them.</source>
        <translation>Ningún puesto de trabajo entrega aquí todavía. Informática los inscribe.</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Carril</translation>
    </message>
    <message>
        <source>Last heard of</source>
        <translation>Última señal</translation>
    </message>
    <message>
        <source>Records received today</source>
        <translation>Registros recibidos hoy</translation>
    </message>
    <message>
        <source>Waiting to go on</source>
        <translation>Esperan para seguir</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::LeafletBar</name>
    <message>
        <source>Size of the leaflet</source>
        <translation>Tamaño del folleto</translation>
    </message>
    <message>
        <source>Several on &amp;A4</source>
        <translation>Varios en &amp;A4</translation>
    </message>
    <message>
        <source>Several on A4</source>
        <translation>Varios en A4</translation>
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
        <translation>&amp;Guardar como PDF…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Guardar como PDF</translation>
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
        <translation>La sesión de %1 está bloqueada.</translation>
    </message>
    <message>
        <source>P&amp;IN of this shift</source>
        <translation>P&amp;IN de este turno</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation>Abriendo el almacén de datos</translation>
    </message>
    <message>
        <source>Drafts are saved. The store is closed: records go out again after signing in.</source>
        <translation>Los borradores están guardados. El almacén está cerrado: los registros vuelven a enviarse después de iniciar sesión.</translation>
    </message>
    <message>
        <source>&amp;Another officer signs in</source>
        <translation>&amp;Otro funcionario inicia sesión</translation>
    </message>
    <message>
        <source>Another officer signs in</source>
        <translation>Otro funcionario inicia sesión</translation>
    </message>
    <message>
        <source>Opening the store…</source>
        <translation>Abriendo el almacén de datos…</translation>
    </message>
    <message>
        <source>Type your PIN or your passphrase.</source>
        <translation>Escriba su PIN o su frase de contraseña.</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>Escriba su frase de contraseña.</translation>
    </message>
    <message numerus="yes">
        <source>The PIN is wrong. After %n more it is gone.</source>
        <translation>
            <numerusform>El PIN no es correcto. Con %n más queda anulado.</numerusform>
            <numerusform>El PIN no es correcto. Con %n más queda anulado.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last answers are not saved yet: they wait, sealed, in this computer&apos;s memory until you come back. Leave the program running and call IT support.</source>
        <translation>Las últimas respuestas aún no están guardadas: esperan, selladas, en la memoria de este equipo hasta que usted vuelva. Deje el programa abierto y llame a soporte técnico.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::LockTimeDialog</name>
    <message>
        <source>Lock by itself</source>
        <translation>Bloqueo automático</translation>
    </message>
    <message>
        <source>&amp;Change the lock</source>
        <translation>&amp;Cambiar el bloqueo</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>The window locks when nobody has touched key, mouse or screen for so long. Shorter is safer at a counter that others can reach.</source>
        <translation>La ventana se bloquea cuando nadie ha tocado teclado, ratón o pantalla durante este tiempo. Un tiempo más corto es más seguro en una ventanilla al alcance de otros.</translation>
    </message>
    <message>
        <source>&amp;Minutes:</source>
        <translation>&amp;Minutos:</translation>
    </message>
    <message numerus="yes">
        <source>The window is to lock after %n minute(s) without a touch.</source>
        <translation>
            <numerusform>La ventana debe bloquearse después de %n minuto sin uso.</numerusform>
            <numerusform>La ventana debe bloquearse después de %n minutos sin uso.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The window locks after %n minute(s) from now on.</source>
        <translation>
            <numerusform>Desde ahora la ventana se bloquea después de %n minuto.</numerusform>
            <numerusform>Desde ahora la ventana se bloquea después de %n minutos.</numerusform>
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
        <translation>Amparo: CAPACITACIÓN</translation>
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
        <translation>por ejemplo %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::NoticesPanel</name>
    <message>
        <source>Version %1 of the program is there. %2. %3</source>
        <translation>Hay una versión %1 del programa. %2. %3</translation>
    </message>
    <message>
        <source>From headquarters: %1. %2</source>
        <translation>De la sede: %1. %2</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Hasta el %1</translation>
    </message>
    <message>
        <source>All &amp;notices of headquarters (%1)…</source>
        <translation>Todos los &amp;avisos de la sede (%1)…</translation>
    </message>
    <message>
        <source>All notices of headquarters</source>
        <translation>Todos los avisos de la sede</translation>
    </message>
    <message>
        <source>Notices of headquarters</source>
        <translation>Avisos de la sede</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::OfficersModel</name>
    <message>
        <source>Suspended</source>
        <extracomment>of an account</extracomment>
        <translation>Suspendida</translation>
    </message>
    <message>
        <source>Can sign in</source>
        <translation>Puede iniciar sesión</translation>
    </message>
    <message>
        <source>Never</source>
        <extracomment>of a sign-in</extracomment>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Último inicio de sesión</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::OfficersSection</name>
    <message>
        <source>Officers</source>
        <translation>Funcionarios</translation>
    </message>
    <message>
        <source>&amp;Add an officer…</source>
        <translation>&amp;Agregar un funcionario…</translation>
    </message>
    <message>
        <source>New &amp;passphrase…</source>
        <translation>Nueva &amp;frase de contraseña…</translation>
    </message>
    <message>
        <source>Change the &amp;role…</source>
        <translation>&amp;Cambiar la función…</translation>
    </message>
    <message>
        <source>&amp;Suspend…</source>
        <translation>&amp;Suspender…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Retirar…</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::Outline</name>
    <message>
        <source>Parts of the form</source>
        <translation>Partes del formulario</translation>
    </message>
    <message>
        <source>Ctrl+Up and Ctrl+Down go from part to part</source>
        <translation>Ctrl+Arriba y Ctrl+Abajo pasan de una parte a otra</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
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
        <translation>Mi frase de contraseña</translation>
    </message>
    <message>
        <source>&amp;Change the passphrase</source>
        <translation>&amp;Cambiar la frase de contraseña</translation>
    </message>
    <message>
        <source>Current passphrase</source>
        <translation>Frase de contraseña actual</translation>
    </message>
    <message>
        <source>&amp;Current passphrase:</source>
        <translation>Frase de contraseña &amp;actual:</translation>
    </message>
    <message>
        <source>Type the passphrase that you have now.</source>
        <translation>Escriba la frase de contraseña que tiene ahora.</translation>
    </message>
    <message>
        <source>Changing the passphrase…</source>
        <translation>Cambiando la frase de contraseña…</translation>
    </message>
    <message>
        <source>The passphrase is changed. A PIN that you set before is gone.</source>
        <translation>La frase de contraseña está cambiada. Un PIN que haya fijado antes queda anulado.</translation>
    </message>
    <message numerus="yes">
        <source>The current passphrase is wrong. You can try again in %n second(s).</source>
        <translation>
            <numerusform>La frase de contraseña actual no es correcta. Puede intentar de nuevo en %n segundo.</numerusform>
            <numerusform>La frase de contraseña actual no es correcta. Puede intentar de nuevo en %n segundos.</numerusform>
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
        <translation>PIN nuevo</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>El mismo PIN otra vez</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Fijar el PIN</translation>
    </message>
    <message>
        <source>The PIN brings you back after a lock, on this computer, until the shift ends and for twelve hours at most. After five wrong tries it is gone. It is weaker than your passphrase: never use it for anything else, and sign out when you go home.</source>
        <translation>El PIN lo trae de vuelta después de un bloqueo, en esta computadora, hasta que termine el turno y durante doce horas como máximo. Después de cinco intentos fallidos queda anulado. Es más débil que su frase de contraseña: no lo use para nada más y cierre la sesión al irse a casa.</translation>
    </message>
    <message>
        <source>&amp;New PIN, 6 digits or more:</source>
        <translation>PIN &amp;nuevo, 6 cifras o más:</translation>
    </message>
    <message>
        <source>&amp;Again:</source>
        <translation>&amp;Otra vez:</translation>
    </message>
    <message>
        <source>The two PINs differ. Type the same one twice.</source>
        <translation>Los dos PIN son distintos. Escriba el mismo dos veces.</translation>
    </message>
    <message>
        <source>Setting the PIN…</source>
        <translation>Fijando el PIN…</translation>
    </message>
    <message>
        <source>A PIN is for an open shift. Open the shift first.</source>
        <translation>Un PIN es para un turno abierto. Primero abra el turno.</translation>
    </message>
    <message>
        <source>You signed in more than twelve hours ago. Sign in with your passphrase again, then set a PIN.</source>
        <translation>Inició sesión hace más de doce horas. Inicie sesión de nuevo con su frase de contraseña y luego fije un PIN.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PinPolicyDialog</name>
    <message>
        <source>PIN for a shift</source>
        <translation>PIN para un turno</translation>
    </message>
    <message>
        <source>&amp;Change the rule</source>
        <translation>&amp;Cambiar la regla</translation>
    </message>
    <message>
        <source>Officers &amp;may set a PIN for a shift</source>
        <translation>Los funcionarios &amp;pueden fijar un PIN para un turno</translation>
    </message>
    <message>
        <source>Officers may set a PIN for a shift</source>
        <translation>Los funcionarios pueden fijar un PIN para un turno</translation>
    </message>
    <message>
        <source>A PIN is weaker than a passphrase, and quicker: without one, officers tend to leave the window unlocked. Where it is not allowed, PINs that were set open nothing any more.</source>
        <translation>Un PIN es más débil que una frase de contraseña, y más rápido: sin él, se tiende a dejar la ventana sin bloquear. Donde no se permite, los PIN ya fijados dejan de abrir.</translation>
    </message>
    <message>
        <source>Officers are to be allowed a PIN that unlocks until the shift ends.</source>
        <translation>Permitir a los funcionarios un PIN que desbloquea hasta que termine el turno.</translation>
    </message>
    <message>
        <source>Nobody is to unlock with a PIN any more.</source>
        <translation>Que nadie más desbloquee con un PIN.</translation>
    </message>
    <message>
        <source>Officers may set a PIN from now on.</source>
        <translation>Desde ahora los funcionarios pueden fijar un PIN.</translation>
    </message>
    <message>
        <source>No PIN unlocks from now on.</source>
        <translation>Desde ahora ningún PIN desbloquea.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PoliciesSection</name>
    <message>
        <source>Lock by itself</source>
        <translation>Bloqueo automático</translation>
    </message>
    <message>
        <source>Change the &amp;lock…</source>
        <translation>Cambiar el &amp;bloqueo…</translation>
    </message>
    <message>
        <source>PIN for a shift</source>
        <translation>PIN para un turno</translation>
    </message>
    <message>
        <source>Change the &amp;PIN rule…</source>
        <translation>Cambiar la regla del &amp;PIN…</translation>
    </message>
    <message>
        <source>How long records stay here</source>
        <translation>Cuánto tiempo quedan aquí los registros</translation>
    </message>
    <message>
        <source>Change the &amp;terms…</source>
        <translation>Cambiar los &amp;plazos…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Change the &amp;server…</source>
        <translation>Cambiar el &amp;servidor…</translation>
    </message>
    <message numerus="yes">
        <source>After %n minute(s) without a key, a touch or the mouse.</source>
        <translation>
            <numerusform>Después de %n minuto sin teclado, pantalla táctil ni ratón.</numerusform>
            <numerusform>Después de %n minutos sin teclado, pantalla táctil ni ratón.</numerusform>
        </translation>
    </message>
    <message>
        <source>Officers may set a PIN that unlocks until the shift ends.</source>
        <translation>Los funcionarios pueden fijar un PIN que desbloquea hasta que termine el turno.</translation>
    </message>
    <message>
        <source>Nobody unlocks with a PIN: it takes the passphrase.</source>
        <translation>Nadie desbloquea con un PIN: hace falta la frase de contraseña.</translation>
    </message>
    <message>
        <source>No server is set: records stay on this computer.</source>
        <translation>No hay un servidor configurado: los registros quedan en esta computadora.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PolicyDialog</name>
    <message>
        <source>Changing the policy…</source>
        <translation>Cambiando la política…</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PostChoice</name>
    <message>
        <source>Headquarters&apos; enrolment file</source>
        <translation>Archivo de inscripción de la sede</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Leyendo el archivo…</translation>
    </message>
    <message>
        <source>Post %1, %2 (%3). Its records go to %4.</source>
        <translation>Puesto %1, %2 (%3). Sus registros van a %4.</translation>
    </message>
    <message>
        <source>There is no file of that name. Plug in the stick that it is on, or choose another file; or leave it empty and set the post up without one.</source>
        <translation>No hay ningún archivo con ese nombre. Conecte la memoria USB en la que está, o elija otro archivo; o deje el campo vacío y prepare el puesto sin archivo.</translation>
    </message>
    <message>
        <source>This enrolment file is for a newer version of Amparo. Ask IT support to install that.</source>
        <translation>Este archivo de inscripción es para una versión más nueva de Amparo. Pida a soporte técnico que la instale.</translation>
    </message>
    <message>
        <source>This is no enrolment file of headquarters, or it is damaged. Choose another; or leave it empty and set the post up without one.</source>
        <translation>Este no es un archivo de inscripción de la sede, o está dañado. Elija otro; o deje el campo vacío y prepare el puesto sin archivo.</translation>
    </message>
    <message>
        <source>Without a file the post keeps its records on this computer until a server is set.</source>
        <translation>Sin archivo, el puesto guarda sus registros en esta computadora hasta que se indique un servidor.</translation>
    </message>
    <message>
        <source>Without a file the records go to %1, as IT has set.</source>
        <translation>Sin archivo, los registros van a %1, como lo dispuso soporte técnico.</translation>
    </message>
    <message>
        <source>The server&apos;s address that IT has set cannot be used. Call IT support.</source>
        <translation>La dirección del servidor que puso soporte técnico no se puede usar. Llame a soporte técnico.</translation>
    </message>
    <message>
        <source>The file is still being read.</source>
        <translation>El archivo todavía se está leyendo.</translation>
    </message>
    <message>
        <source>Type the code of your post, as the national server knows it.</source>
        <translation>Escriba el código de su puesto, como lo conoce el servidor nacional.</translation>
    </message>
    <message>
        <source>Type the name of your post.</source>
        <translation>Escriba el nombre de su puesto.</translation>
    </message>
    <message>
        <source>Type the country&apos;s three letters, as in PER.</source>
        <translation>Escriba las tres letras del país, por ejemplo PER.</translation>
    </message>
    <message>
        <source>&amp;Enrolment file of headquarters:</source>
        <translation>Archivo de &amp;inscripción de la sede:</translation>
    </message>
    <message>
        <source>Enrolment file of headquarters</source>
        <translation>Archivo de inscripción de la sede</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Elegir…</translation>
    </message>
    <message>
        <source>Choose the enrolment file</source>
        <translation>Elegir el archivo de inscripción</translation>
    </message>
    <message>
        <source>Code of the &amp;post:</source>
        <translation>&amp;Código del puesto:</translation>
    </message>
    <message>
        <source>Code of the post</source>
        <translation>Código del puesto</translation>
    </message>
    <message>
        <source>Name of the post</source>
        <translation>Nombre del puesto</translation>
    </message>
    <message>
        <source>&amp;Country, three letters:</source>
        <translation>&amp;País, tres letras:</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Looking for what IT has set…</source>
        <translation>Buscando lo que dispuso soporte técnico…</translation>
    </message>
    <message>
        <source>Name of the pos&amp;t:</source>
        <translation>Nom&amp;bre del puesto:</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::PrivacyShield</name>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
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
        <translation>%1 (obligatoria)</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Orientación</translation>
    </message>
    <message>
        <source>Guidance: %1</source>
        <translation>Orientación: %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RecordDeeds</name>
    <message>
        <source>&amp;Erase before term…</source>
        <translation>&amp;Borrar antes del plazo…</translation>
    </message>
    <message>
        <source>&amp;Keep beyond term…</source>
        <translation>&amp;Retener más allá del plazo…</translation>
    </message>
    <message>
        <source>E&amp;nd the hold…</source>
        <translation>&amp;Terminar la retención…</translation>
    </message>
    <message>
        <source>Kept beyond its term, under: %1</source>
        <translation>Retenido más allá de su plazo, con: %1</translation>
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
        <translation>Nombre</translation>
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
        <translation>Consejo</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
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
        <translation>Buscar por nombre o número de documento</translation>
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
        <translation>Elija un registro para leerlo.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Situación</translation>
    </message>
    <message numerus="yes">
        <source>More than %n record(s)</source>
        <translation>
            <numerusform>Más de %n registro</numerusform>
            <numerusform>Más de %n registros</numerusform>
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
        <translation>Aún no hay registros.</translation>
    </message>
    <message>
        <source>No record has that name or number.</source>
        <translation>Ningún registro tiene ese nombre o número.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RecoveryKeyDialog</name>
    <message>
        <source>Headquarters&apos; recovery key</source>
        <translation>Clave de recuperación de la sede</translation>
    </message>
    <message>
        <source>&amp;Set the key</source>
        <translation>E&amp;stablecer la clave</translation>
    </message>
    <message>
        <source>Whoever has the other half of this key can open the store without any passphrase. Call headquarters and compare, group by group:</source>
        <translation>Quien tenga la otra mitad de esta clave puede abrir el almacén sin ninguna frase de contraseña. Llame a la sede y compare, grupo por grupo:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Set it only if all of it is the same.</source>
        <translation>Establézcala solo si todo coincide.</translation>
    </message>
    <message>
        <source>Setting the key…</source>
        <translation>Estableciendo la clave…</translation>
    </message>
    <message>
        <source>Headquarters can open this store if its passphrases are lost.</source>
        <translation>La sede puede abrir este almacén si se pierden sus frases de contraseña.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ReferralsPage</name>
    <message>
        <source>Referrals</source>
        <translation>Derivaciones</translation>
    </message>
    <message>
        <source>Search by name, place or number</source>
        <translation>Buscar por nombre, lugar o número</translation>
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
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Whom it serves</source>
        <translation>A quién atiende</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>Idioma que habla</translation>
    </message>
    <message>
        <source>&amp;Not closed now</source>
        <translation>&amp;No cerrado ahora</translation>
    </message>
    <message>
        <source>Not closed now</source>
        <translation>No cerrado ahora</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>Instituciones</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Institución</translation>
    </message>
    <message>
        <source>Choose an institution to read all about it.</source>
        <translation>Elija una institución para leer todo sobre ella.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Every country</source>
        <translation>Todos los países</translation>
    </message>
    <message>
        <source>Every service</source>
        <translation>Todos los servicios</translation>
    </message>
    <message>
        <source>For whomever</source>
        <translation>Para cualquiera</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Cualquier idioma</translation>
    </message>
    <message>
        <source>%1 of %2 institutions</source>
        <translation>%1 de %2 instituciones</translation>
    </message>
    <message>
        <source>No institution fits. Leave a filter open: what is not known may be there all the same.</source>
        <translation>Ninguna institución coincide. Deje un filtro abierto: lo que no se sabe puede existir igualmente.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) not confirmed in the last 180 days. Call before you promise anything.</source>
        <translation>
            <numerusform>%n entrada sin confirmar en los últimos 180 días. Llame antes de prometer algo.</numerusform>
            <numerusform>%n entradas sin confirmar en los últimos 180 días. Llame antes de prometer algo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ReleaseDialog</name>
    <message>
        <source>End the hold</source>
        <translation>Terminar la retención</translation>
    </message>
    <message>
        <source>&amp;End the hold</source>
        <translation>&amp;Terminar la retención</translation>
    </message>
    <message>
        <source>What is past its term is erased with the next run.</source>
        <translation>Lo que ya pasó su plazo se borra en la próxima pasada.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>&amp;Reference:</source>
        <translation>&amp;Referencia:</translation>
    </message>
    <message>
        <source>End the hold %1 on the records of the person whose record is open. What is past its term is then erased.</source>
        <translation>Terminar la retención %1 de los registros de la persona cuyo registro está abierto. Lo que ya pasó su plazo se borra entonces.</translation>
    </message>
    <message>
        <source>Ending the hold…</source>
        <translation>Terminando la retención…</translation>
    </message>
    <message>
        <source>The hold is ended.</source>
        <translation>La retención está terminada.</translation>
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
        <translation>Agregar</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>Agregar: %1</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>&amp;Report of</source>
        <translation>Informe &amp;de</translation>
    </message>
    <message>
        <source>Report of</source>
        <translation>Informe de</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Write to &amp;folder</source>
        <translation>Guardar en la &amp;carpeta</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Elegir la carpeta</translation>
    </message>
    <message>
        <source>&amp;Write the report</source>
        <translation>&amp;Escribir el informe</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Escribir el informe</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Shift from %1 to %2</source>
        <translation>Turno del %1 al %2</translation>
    </message>
    <message>
        <source>Open shift, since %1</source>
        <translation>Turno abierto, desde el %1</translation>
    </message>
    <message>
        <source>A whole day</source>
        <translation>Un día entero</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Carpeta para el informe</translation>
    </message>
    <message>
        <source>Choose a day or a shift, a folder and at least one kind of file.</source>
        <translation>Elija un día o un turno, una carpeta y al menos un tipo de archivo.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>Written, readable by you alone: %1</source>
        <translation>Escrito, solo usted puede leerlo: %1</translation>
    </message>
    <message>
        <source>E&amp;xport records with names…</source>
        <translation>E&amp;xportar registros con nombres…</translation>
    </message>
    <message>
        <source>Export records with names…</source>
        <translation>Exportar registros con nombres…</translation>
    </message>
    <message>
        <source>Choose a day or a shift, and a folder.</source>
        <translation>Elija un día o un turno, y una carpeta.</translation>
    </message>
    <message>
        <source>Export the records of this period, with names and documents, into a file that is not encrypted. Period: %1. Folder: %2.</source>
        <translation>Exportar los registros de este período, con nombres y documentos, a un archivo que no está cifrado. Período: %1. Carpeta: %2.</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) exported, readable by you alone: %1</source>
        <translation>
            <numerusform>%n registro exportado, que solo usted puede leer: %1</numerusform>
            <numerusform>%n registros exportados, que solo usted puede leer: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>amparo::desktop::RetentionDialog</name>
    <message>
        <source>How long records stay here</source>
        <translation>Cuánto tiempo quedan aquí los registros</translation>
    </message>
    <message>
        <source>&amp;Change the terms</source>
        <translation>&amp;Cambiar los plazos</translation>
    </message>
    <message>
        <source>This form has &amp;terms of its own</source>
        <translation>Este formulario tiene &amp;plazos propios</translation>
    </message>
    <message>
        <source>Days of a draft</source>
        <translation>Días de un borrador</translation>
    </message>
    <message>
        <source>Days of a record</source>
        <translation>Días de un registro</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>All forms</source>
        <translation>Todos los formularios</translation>
    </message>
    <message>
        <source>This form has terms of its own</source>
        <translation>Este formulario tiene plazos propios</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>&amp;Formulario:</translation>
    </message>
    <message>
        <source>&amp;Drafts, days after the last answer:</source>
        <translation>&amp;Borradores, días después de la última respuesta:</translation>
    </message>
    <message>
        <source>&amp;Records, days after the server&apos;s receipt:</source>
        <translation>&amp;Registros, días después del recibo del servidor:</translation>
    </message>
    <message>
        <source>A shorter term erases: what is past it goes with the next run, and cannot be brought back. What the server has not acknowledged stays, and so does what is under hold.</source>
        <translation>Un plazo más corto borra: lo que ya lo pasó se va en la próxima pasada y no se puede recuperar. Lo que el servidor no ha confirmado queda, y también lo retenido.</translation>
    </message>
    <message>
        <source>Records are to stay here as long as this:</source>
        <translation>Los registros deben quedar aquí este tiempo:</translation>
    </message>
    <message>
        <source>The new terms count from now on.</source>
        <translation>Los nuevos plazos valen desde ahora.</translation>
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
        <translation>Consejo</translation>
    </message>
    <message>
        <source>A score advises. You decide.</source>
        <translation>Un puntaje aconseja. Usted decide.</translation>
    </message>
    <message>
        <source>No advice</source>
        <translation>Sin consejo</translation>
    </message>
    <message>
        <source>This form has no risk model. You decide.</source>
        <translation>Este formulario no tiene modelo de riesgo. Usted decide.</translation>
    </message>
    <message>
        <source>%1 of %2 signs not known yet</source>
        <translation>%1 de %2 señales aún no se conocen</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Resultado: %1</translation>
    </message>
    <message>
        <source>Act</source>
        <extracomment>first element of trafficking: recruitment, transport, transfer, harbouring or receipt of a person</extracomment>
        <translation>Acto</translation>
    </message>
    <message>
        <source>Means</source>
        <extracomment>second element of trafficking: force, deception, abuse of vulnerability and the like</extracomment>
        <translation>Medios</translation>
    </message>
    <message>
        <source>Purpose</source>
        <extracomment>third element of trafficking: exploitation</extracomment>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>nada registrado</translation>
    </message>
    <message>
        <source>some signs</source>
        <translation>algunas señales</translation>
    </message>
    <message>
        <source>indicated</source>
        <translation>con indicios</translation>
    </message>
    <message>
        <source>not needed for a child</source>
        <translation>no hace falta si es menor</translation>
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
            <numerusform>%n punto</numerusform>
            <numerusform>%n puntos</numerusform>
        </translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimensión</translation>
    </message>
    <message>
        <source>S</source>
        <comment>strong</comment>
        <extracomment>heads of narrow columns: how many strong, medium and weak signs</extracomment>
        <translation>F</translation>
    </message>
    <message>
        <source>M</source>
        <comment>medium</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>W</source>
        <comment>weak</comment>
        <translation>D</translation>
    </message>
    <message>
        <source>Strong signs</source>
        <translation>Señales fuertes</translation>
    </message>
    <message>
        <source>Medium signs</source>
        <translation>Señales medias</translation>
    </message>
    <message>
        <source>Weak signs</source>
        <translation>Señales débiles</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Treated as a child: in doubt the rules for children apply.</source>
        <translation>Se trata como niña, niño o adolescente: ante la duda rigen las reglas para menores.</translation>
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
        <translation>Aún sin probar</translation>
    </message>
    <message>
        <source>Passed, %1 points</source>
        <translation>Aprobado, %1 puntos</translation>
    </message>
    <message>
        <source>Not passed, %1 points</source>
        <translation>No aprobado, %1 puntos</translation>
    </message>
    <message>
        <source>You have passed %1 of %2 scenarios.</source>
        <translation>Aprobó %1 de %2 casos.</translation>
    </message>
    <message>
        <source>%1 of %2 tried</source>
        <translation>%1 de %2 probados</translation>
    </message>
    <message>
        <source>Practise with invented travellers before it matters. Nothing here becomes a record, a figure or a report.</source>
        <translation>Practique con viajeros inventados antes de que importe. Nada de esto pasa a registros, cifras o informes.</translation>
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
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Border</source>
        <translation>Frontera</translation>
    </message>
    <message>
        <source>Best result</source>
        <translation>Mejor resultado</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Begin (Enter)</source>
        <translation>Empezar (Intro)</translation>
    </message>
    <message>
        <source>Begin the scenario</source>
        <translation>Empezar el caso</translation>
    </message>
    <message>
        <source>Scenarios passed at this post</source>
        <translation>Casos aprobados en este puesto</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Funcionario</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Aprobado</translation>
    </message>
    <message>
        <source>%1 Next: %2</source>
        <translation>%1 Siguiente: %2</translation>
    </message>
    <message>
        <source>%1 Nothing is due again today.</source>
        <translation>%1 Hoy no toca repetir ninguno.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ScenarioRun</name>
    <message>
        <source>Training scenario</source>
        <translation>Caso de capacitación</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::ScreeningPage</name>
    <message>
        <source>Something is missing before the record can be final.</source>
        <translation>Falta algo antes de que el registro sea definitivo.</translation>
    </message>
    <message>
        <source>No screening is open. Put a document on the reader, or begin one from Today.</source>
        <translation>No hay ninguna entrevista abierta. Ponga un documento en el lector o empiece una desde Hoy.</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
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
        <translation>Una segunda persona da su acuerdo</translation>
    </message>
    <message>
        <source>I &amp;agree</source>
        <translation>Estoy de &amp;acuerdo</translation>
    </message>
    <message>
        <source>Login name of the second person</source>
        <translation>Nombre de usuario de la segunda persona</translation>
    </message>
    <message>
        <source>Passphrase of the second person</source>
        <translation>Frase de contraseña de la segunda persona</translation>
    </message>
    <message>
        <source>%1 asks for your agreement:</source>
        <translation>%1 pide su acuerdo:</translation>
    </message>
    <message>
        <source>This takes two people. If you have read it and agree, type your own login name and passphrase: your agreement stands in the audit log. May agree: %1.</source>
        <translation>Esto requiere dos personas. Si lo ha leído y está de acuerdo, escriba su propio nombre de usuario y su frase de contraseña: su acuerdo queda en el registro de auditoría. Pueden dar su acuerdo: %1.</translation>
    </message>
    <message>
        <source>&amp;Login name:</source>
        <translation>Nombre de &amp;usuario:</translation>
    </message>
    <message>
        <source>&amp;Passphrase:</source>
        <translation>&amp;Frase de contraseña:</translation>
    </message>
    <message>
        <source>The second person types login name and passphrase.</source>
        <translation>La segunda persona escribe su nombre de usuario y su frase de contraseña.</translation>
    </message>
    <message>
        <source>Nobody agrees to their own deed: this takes another person.</source>
        <translation>Nadie da su acuerdo a un acto propio: hace falta otra persona.</translation>
    </message>
    <message>
        <source>Checking the passphrase…</source>
        <translation>Comprobando la frase de contraseña…</translation>
    </message>
    <message>
        <source>This person&apos;s role may not agree to it. May agree: %1.</source>
        <translation>La función de esta persona no permite dar este acuerdo. Pueden darlo: %1.</translation>
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
        <translation>&amp;Cambiar el servidor</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>ODK Central, KoboToolbox, Ona (OpenRosa)</source>
        <translation>ODK Central, KoboToolbox, Ona (OpenRosa)</translation>
    </message>
    <message>
        <source>Amparo gateway (thin links)</source>
        <translation>Pasarela de Amparo (conexiones débiles)</translation>
    </message>
    <message>
        <source>Whoever names the server gets the records. The address begins with https. Where it has a token in it, paste it whole: the token is kept in the store and shown nowhere.</source>
        <translation>Quien nombra el servidor recibe los registros. La dirección comienza con https. Si contiene una clave de acceso, péguela entera: la clave se guarda en el almacén y no se muestra en ninguna parte.</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Dirección:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Tipo:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Usuario:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>C&amp;ontraseña:</translation>
    </message>
    <message>
        <source>As it is, where it is left empty</source>
        <translation>Sigue igual si queda vacía</translation>
    </message>
    <message>
        <source>This is no address of a server. It begins with https:// and has no question mark.</source>
        <translation>Esta no es la dirección de un servidor. Comienza con https:// y no lleva signo de interrogación.</translation>
    </message>
    <message>
        <source>Records are to go to this server: %1</source>
        <translation>Enviar los registros a este servidor: %1</translation>
    </message>
    <message>
        <source>Records go to the new server from now on.</source>
        <translation>Desde ahora los registros van al nuevo servidor.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::SetUpPage</name>
    <message>
        <source>Type the administrator&apos;s name and login name.</source>
        <translation>Escriba el nombre del administrador y su nombre de usuario.</translation>
    </message>
    <message>
        <source>Tick that the passphrase is kept safe: nothing replaces it.</source>
        <translation>Marque que guarda la frase de contraseña en lugar seguro: nada la reemplaza.</translation>
    </message>
    <message>
        <source>Making the store of the post…</source>
        <translation>Creando el almacén del puesto…</translation>
    </message>
    <message>
        <source>Opening the store…</source>
        <translation>Abriendo el almacén de datos…</translation>
    </message>
    <message>
        <source>Set up the post</source>
        <translation>Preparar el puesto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>This computer has no store yet. Set up your post.</source>
        <translation>Esta computadora todavía no tiene almacén. Prepare su puesto.</translation>
    </message>
    <message>
        <source>The post</source>
        <translation>El puesto</translation>
    </message>
    <message>
        <source>Its first administrator</source>
        <translation>Su primer administrador</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>&amp;Login name:</source>
        <translation>Nombre de &amp;usuario:</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>I &amp;keep this passphrase safe</source>
        <translation>Guardo esta frase en lugar &amp;seguro</translation>
    </message>
    <message>
        <source>I keep this passphrase safe</source>
        <translation>Guardo esta frase en lugar seguro</translation>
    </message>
    <message>
        <source>Nothing replaces it: without a passphrase or headquarters&apos; recovery key nobody opens the store, not even IT. Written down, it belongs where nobody else finds it.</source>
        <translation>Nada la reemplaza: sin una frase de contraseña o la clave de recuperación de la sede nadie abre el almacén, tampoco soporte técnico. Si la anota, guárdela donde nadie más la encuentre.</translation>
    </message>
    <message>
        <source>Making the store</source>
        <translation>Creando el almacén</translation>
    </message>
    <message>
        <source>&amp;Set up the post</source>
        <translation>Prepa&amp;rar el puesto</translation>
    </message>
    <message>
        <source>The post is set up.</source>
        <translation>El puesto está preparado.</translation>
    </message>
    <message>
        <source>Delete the enrolment file now, it holds the key by which the server knows this post: %1</source>
        <translation>Borre ahora el archivo de inscripción: contiene la clave por la que el servidor reconoce este puesto: %1</translation>
    </message>
    <message>
        <source>Add a second administrator, then the officers, on the page Administration.</source>
        <translation>Agregue un segundo administrador, y después a los funcionarios, en la página Administración.</translation>
    </message>
    <message>
        <source>Set headquarters&apos; recovery key there, if you were given one: it opens the store when all passphrases are lost.</source>
        <translation>Ponga allí la clave de recuperación de la sede, si se la dieron: abre el almacén cuando se perdieron todas las frases de contraseña.</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Comenzar</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Comenzar</translation>
    </message>
    <message>
        <source>Na&amp;me, as colleagues see it:</source>
        <translation>No&amp;mbre, como lo ven los colegas:</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::SignInPage</name>
    <message>
        <source>Making the demo post…</source>
        <translation>Creando el puesto de demostración…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Sign in to begin your work.</source>
        <translation>Inicie sesión para empezar su trabajo.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Frase de contraseña</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Opening the store</source>
        <translation>Abriendo el almacén de datos</translation>
    </message>
    <message>
        <source>This is a demo post. Sign in as %1 with the passphrase: %2</source>
        <translation>Este es un puesto de demostración. Inicie sesión como %1 con la frase de contraseña: %2</translation>
    </message>
    <message>
        <source>Type your name and your passphrase.</source>
        <translation>Escriba su nombre y su frase de contraseña.</translation>
    </message>
    <message>
        <source>Opening the store…</source>
        <translation>Abriendo el almacén de datos…</translation>
    </message>
    <message>
        <source>&amp;Who signs in?</source>
        <translation>¿&amp;Quién inicia sesión?</translation>
    </message>
    <message>
        <source>Who signs in?</source>
        <translation>¿Quién inicia sesión?</translation>
    </message>
    <message>
        <source>Still opening the store. After an update of Amparo it is backed up first, which takes longer: leave the computer on.</source>
        <translation>El almacén todavía se está abriendo. Después de una actualización de Amparo se hace primero una copia de seguridad, y eso tarda más: deje encendida la computadora.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::SituationPanel</name>
    <message>
        <source>No native speaker has reviewed this translation yet.</source>
        <translation>Ningún hablante nativo ha revisado aún esta traducción.</translation>
    </message>
    <message>
        <source>Put on the reader: %1</source>
        <translation>Poner en el lector: %1</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>You read the document</source>
        <translation>Usted lee el documento</translation>
    </message>
    <message>
        <source>No answer. Others are listening.</source>
        <translation>Sin respuesta. Otros escuchan.</translation>
    </message>
    <message>
        <source>No answer. You have not asked whether you may.</source>
        <translation>Sin respuesta. No ha preguntado si puede.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Lo que sucede</translation>
    </message>
    <message>
        <source>What you may read, ask or do (Enter):</source>
        <translation>Qué puede leer, preguntar o hacer (Intro):</translation>
    </message>
    <message>
        <source>What you may read, ask or do</source>
        <translation>Qué puede leer, preguntar o hacer</translation>
    </message>
    <message>
        <source>Leave the scenario</source>
        <translation>Dejar el caso</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::StickWork</name>
    <message>
        <source>The server does not know the post of this stick: nothing of it was taken. Tell IT support.</source>
        <translation>El servidor no conoce el puesto de esta memoria: no se tomó nada de ella. Avise a soporte.</translation>
    </message>
    <message>
        <source>The server refuses the post of this stick. Tell IT support.</source>
        <translation>El servidor rechaza el puesto de esta memoria. Avise a soporte.</translation>
    </message>
    <message>
        <source>The receipts cannot be written on the stick. It is full or locked.</source>
        <translation>No se pueden escribir los acuses en la memoria. Está llena o protegida.</translation>
    </message>
    <message>
        <source>Part of the stick is damaged. The post has to make it again.</source>
        <translation>Parte de la memoria está dañada. El puesto tiene que hacerla de nuevo.</translation>
    </message>
    <message>
        <source>Nothing waits: there is nothing to put on a stick.</source>
        <translation>Nada espera: no hay qué poner en una memoria.</translation>
    </message>
    <message>
        <source>It is not set to whom records are sealed, so none leave on a stick. Tell IT support.</source>
        <translation>No está fijado para quién se sellan los registros, así que ninguno sale en una memoria. Avise a soporte.</translation>
    </message>
    <message>
        <source>The stick is full. Use another, or make room on it.</source>
        <translation>La memoria está llena. Use otra o libere espacio en ella.</translation>
    </message>
    <message>
        <source>Nothing can be written there. Choose another stick or folder.</source>
        <translation>No se puede escribir allí. Elija otra memoria o carpeta.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are on the stick so far. Leave it where it is.</source>
        <translation>
            <numerusform>%n registro está en la memoria hasta ahora. Déjela donde está.</numerusform>
            <numerusform>%n registros están en la memoria hasta ahora. Déjela donde está.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are on the stick, sealed. They wait here until their receipts come back.</source>
        <translation>
            <numerusform>%n registro está en la memoria, sellado. Espera aquí hasta que vuelva su acuse.</numerusform>
            <numerusform>%n registros están en la memoria, sellados. Esperan aquí hasta que vuelvan sus acuses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are too large for a stick and wait here.</source>
        <translation>
            <numerusform>%n registro es demasiado grande para una memoria y espera aquí.</numerusform>
            <numerusform>%n registros son demasiado grandes para una memoria y esperan aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stick cannot be read.</source>
        <translation>No se puede leer la memoria.</translation>
    </message>
    <message>
        <source>No receipts have come back yet for what this post has given away.</source>
        <translation>Aún no han vuelto acuses de lo que este puesto entregó.</translation>
    </message>
    <message>
        <source>Receipts came, and the server&apos;s key to check them is not set. Tell IT support.</source>
        <translation>Llegaron acuses y no está fijada la clave del servidor para comprobarlos. Avise a soporte.</translation>
    </message>
    <message numerus="yes">
        <source>The server has %n further record(s): the receipts are here now.</source>
        <translation>
            <numerusform>El servidor tiene %n registro más: su acuse ya está aquí.</numerusform>
            <numerusform>El servidor tiene %n registros más: sus acuses ya están aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>The stick brings no receipts that are not here already.</source>
        <translation>La memoria no trae acuses que no estén ya aquí.</translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n record(s): see Held back.</source>
        <translation>
            <numerusform>El servidor rechazó %n registro: vea Retenidos.</numerusform>
            <numerusform>El servidor rechazó %n registros: vea Retenidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some are being sent at this moment: read the stick once more in a minute.</source>
        <translation>Algunos se están enviando en este momento: lea la memoria otra vez en un minuto.</translation>
    </message>
    <message>
        <source>Some receipts prove nothing and changed nothing. Tell IT support.</source>
        <translation>Algunos acuses no prueban nada y no cambiaron nada. Avise a soporte.</translation>
    </message>
    <message>
        <source>Nothing of Amparo&apos;s is on the stick.</source>
        <translation>No hay nada de Amparo en la memoria.</translation>
    </message>
    <message>
        <source>This station has no server that takes sticks of other posts. Tell IT support.</source>
        <translation>Esta estación no tiene un servidor que reciba memorias de otros puestos. Avise a soporte.</translation>
    </message>
    <message>
        <source>The records of another post go to the server. Leave the stick where it is.</source>
        <translation>Los registros de otro puesto van al servidor. Deje la memoria donde está.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of another post are at the server now. Give the stick back: the receipts are on it.</source>
        <translation>
            <numerusform>%n registro de otro puesto ya está en el servidor. Devuelva la memoria: el acuse está en ella.</numerusform>
            <numerusform>%n registros de otro puesto ya están en el servidor. Devuelva la memoria: los acuses están en ella.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server has all of this stick already. Give it back: the receipts are on it.</source>
        <translation>El servidor ya tiene todo lo de esta memoria. Devuélvala: los acuses están en ella.</translation>
    </message>
    <message>
        <source>The link or the server gave out. Read the stick in once more later: it goes on where it was.</source>
        <translation>Falló la conexión o el servidor. Lea la memoria otra vez más tarde: sigue donde quedó.</translation>
    </message>
    <message>
        <source>The stick is full. Take another for the rest: that goes first onto it.</source>
        <translation>La memoria está llena. Tome otra para el resto, que irá primero a ella.</translation>
    </message>
    <message>
        <source>New questionnaires of headquarters are here. They begin at the next sign-in.</source>
        <translation>Llegaron cuestionarios nuevos de la sede. Rigen desde el próximo inicio de sesión.</translation>
    </message>
    <message>
        <source>A newer directory of help lines and institutions is here. It begins at the next sign-in.</source>
        <translation>Llegó un directorio más nuevo de líneas de ayuda e instituciones. Rige desde el próximo inicio de sesión.</translation>
    </message>
    <message>
        <source>New notices of headquarters stand on the page Today.</source>
        <translation>Los avisos nuevos de la sede están en la página Hoy.</translation>
    </message>
    <message>
        <source>The rules that headquarters sets for this post have changed.</source>
        <translation>Cambiaron las reglas que la sede fija para este puesto.</translation>
    </message>
    <message>
        <source>Something on the stick is not signed by headquarters: it was not taken. Tell IT support.</source>
        <translation>Algo en la memoria no está firmado por la sede: no se incorporó. Avise a soporte técnico.</translation>
    </message>
    <message>
        <source>Something on the stick needs a newer version of the program. Tell IT support.</source>
        <translation>Algo en la memoria necesita una versión más nueva del programa. Avise a soporte técnico.</translation>
    </message>
    <message>
        <source>Something on the stick has expired: it was not taken. Ask headquarters for a newer one.</source>
        <translation>Algo en la memoria ya venció: no se incorporó. Pida a la sede uno más nuevo.</translation>
    </message>
    <message>
        <source>Something of headquarters on the stick cannot be used: it was not taken. Tell IT support.</source>
        <translation>Algo de la sede en la memoria no se puede usar: no se incorporó. Avise a soporte técnico.</translation>
    </message>
    <message>
        <source>What headquarters sent on the stick is here already.</source>
        <translation>Lo que la sede envió en la memoria ya está aquí.</translation>
    </message>
    <message>
        <source>Part of what headquarters sent on the stick is damaged. Ask for it again.</source>
        <translation>Parte de lo que la sede envió en la memoria está dañada. Pídalo de nuevo.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::StoreNotices</name>
    <message>
        <source>An account was removed or suspended, and a copy of the key file that its owner may have still opens this store: change the store&apos;s key (Administration, Keys).</source>
        <translation>Se retiró o suspendió una cuenta, y una copia del archivo de claves que tenga su dueño todavía abre este almacén: cambie la clave del almacén (Administración, Claves).</translation>
    </message>
    <message>
        <source>Records that are past their term could not be erased. It is tried again each hour; if it stays so, call IT support.</source>
        <translation>No se pudieron borrar registros con el plazo vencido. Se intenta de nuevo cada hora; si sigue así, llame a soporte.</translation>
    </message>
    <message>
        <source>On %1 this store had been set back to an older copy: records made in between may be missing. If you do not know why, tell headquarters and IT support today.</source>
        <translation>El %1 este almacén había sido devuelto a una copia anterior: pueden faltar registros hechos entretanto. Si no sabe por qué, avise hoy a la sede y a soporte.</translation>
    </message>
    <message>
        <source>On %1 this store came from another computer. If nobody moved it on purpose, somebody has a copy of it: tell headquarters and IT support today.</source>
        <translation>El %1 este almacén vino de otra computadora. Si nadie lo trasladó a propósito, alguien tiene una copia: avise hoy a la sede y a soporte.</translation>
    </message>
    <message>
        <source>No backup is made by itself: set a schedule (Administration, Backups).</source>
        <translation>No se hace ninguna copia de seguridad por sí sola: establezca una programación (Administración, Copias de seguridad).</translation>
    </message>
    <message>
        <source>The backup that is due was not made. %1 %2</source>
        <translation>La copia de seguridad pendiente no se hizo. %1 %2</translation>
    </message>
    <message>
        <source>A backup is overdue. %1 It is made by itself while somebody is signed in.</source>
        <translation>Hay una copia de seguridad atrasada. %1 Se hace por sí sola mientras haya una sesión abierta.</translation>
    </message>
    <message>
        <source>On %1 the server had deliveries that this store never made: it was set back to an older copy, or a second copy of it is in use. If you do not know why, tell headquarters and IT support today.</source>
        <translation>El %1 el servidor tenía entregas que este almacén nunca hizo: fue devuelto a una copia anterior, o se está usando una segunda copia. Si no sabe por qué, avise hoy a la sede y a soporte.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::StoreSection</name>
    <message>
        <source>Trying the seal of every page…</source>
        <translation>Probando el sello de cada página…</translation>
    </message>
    <message>
        <source>Comparing tables and indexes. What you do meanwhile waits for it.</source>
        <translation>Comparando tablas e índices. Lo que haga entretanto espera.</translation>
    </message>
    <message>
        <source>The store is sound: every page, every table, every index.</source>
        <translation>El almacén está íntegro: cada página, cada tabla, cada índice.</translation>
    </message>
    <message>
        <source>Size of the store:</source>
        <translation>Tamaño del almacén:</translation>
    </message>
    <message>
        <source>Free on its disk:</source>
        <translation>Libre en su disco:</translation>
    </message>
    <message>
        <source>This life of the store:</source>
        <translation>Esta vida del almacén:</translation>
    </message>
    <message>
        <source>Its number:</source>
        <translation>Su número:</translation>
    </message>
    <message>
        <source>Last entry of the audit log:</source>
        <translation>Última entrada del registro de auditoría:</translation>
    </message>
    <message>
        <source>The full check tries the seal of every page and compares all tables and indexes. It changes nothing and takes minutes for a large store.</source>
        <translation>La revisión completa prueba el sello de cada página y compara todas las tablas e índices. No cambia nada y tarda minutos en un almacén grande.</translation>
    </message>
    <message>
        <source>Check &amp;everything</source>
        <translation>Revisar &amp;todo</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Revisar todo</translation>
    </message>
    <message>
        <source>Since %1, when it was restored from a backup.</source>
        <translation>Desde %1, cuando se restauró de una copia de seguridad.</translation>
    </message>
    <message>
        <source>Since %1, when it had been set back to an older copy.</source>
        <translation>Desde %1, cuando había sido devuelto a una copia anterior.</translation>
    </message>
    <message>
        <source>Since %1, when it came from another computer.</source>
        <translation>Desde %1, cuando vino de otra computadora.</translation>
    </message>
    <message>
        <source>Since %1, when it was saved from a damaged one.</source>
        <translation>Desde %1, cuando se rescató de uno dañado.</translation>
    </message>
    <message>
        <source>Since %1, when it was made.</source>
        <translation>Desde %1, cuando se creó.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>number of the entry, beginning of its hash</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The store is damaged and is only read. Change nothing in its folder. Close the program, then restore the last backup (amparoctl backup restore), or save into a new folder all that can be read (amparoctl store salvage): that names what is lost.</source>
        <translation>El almacén está dañado y solo se lee. No cambie nada en su carpeta. Cierre el programa y restaure la última copia de seguridad (amparoctl backup restore), o rescate en una carpeta nueva todo lo que se pueda leer (amparoctl store salvage): eso dice qué se perdió.</translation>
    </message>
    <message>
        <source>Stopped before the end: up to there nothing was wrong.</source>
        <translation>Detenida antes del final: hasta ahí no había nada malo.</translation>
    </message>
    <message>
        <source>The store is damaged. Change nothing and call IT support now: the last backup can be restored, or all that can be read be saved into a new store.</source>
        <translation>El almacén está dañado. No cambie nada y llame a soporte ahora: se puede restaurar la última copia de seguridad, o rescatar en un almacén nuevo todo lo que se pueda leer.</translation>
    </message>
    <message>
        <source>Since %1, when the server knew of another copy.</source>
        <translation>Desde %1, cuando el servidor conocía otra copia.</translation>
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
        <translation>Última respuesta del servidor: %1</translation>
    </message>
    <message>
        <source>Last receipt: %1</source>
        <translation>Último acuse: %1</translation>
    </message>
    <message>
        <source>Next attempt: %1</source>
        <translation>Próximo intento: %1</translation>
    </message>
    <message>
        <source>Over the link today: %1</source>
        <translation>Por la conexión hoy: %1</translation>
    </message>
    <message>
        <source>&amp;Go on sending</source>
        <translation>&amp;Seguir enviando</translation>
    </message>
    <message>
        <source>&amp;Pause sending</source>
        <translation>&amp;Pausar el envío</translation>
    </message>
    <message>
        <source>The record is sent again.</source>
        <translation>El registro se envía de nuevo.</translation>
    </message>
    <message>
        <source>Server and records to send</source>
        <translation>Servidor y registros por enviar</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Retenidos</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibidos</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>What the server said</source>
        <translation>Qué dijo el servidor</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Send this one &amp;again</source>
        <translation>Enviar este de &amp;nuevo</translation>
    </message>
    <message>
        <source>&amp;Send now</source>
        <translation>&amp;Enviar ahora</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Send this one again</source>
        <translation>Enviar este de nuevo</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>On a stick since %1</source>
        <translation>En una memoria desde %1</translation>
    </message>
    <message>
        <source>The stick, or a folder on it</source>
        <translation>La memoria USB, o una carpeta en ella</translation>
    </message>
    <message>
        <source>&amp;To a stick…</source>
        <translation>&amp;A una memoria…</translation>
    </message>
    <message>
        <source>&amp;From a stick…</source>
        <translation>Desde una &amp;memoria…</translation>
    </message>
    <message>
        <source>To a stick</source>
        <translation>A una memoria</translation>
    </message>
    <message>
        <source>From a stick</source>
        <translation>Desde una memoria</translation>
    </message>
    <message>
        <source>at the relay, headquarters has not confirmed it</source>
        <translation>en el repetidor; la sede no lo ha confirmado</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Records go to the post&apos;s relay, %1</source>
        <translation>Los registros van al repetidor del puesto, %1</translation>
    </message>
    <message>
        <source>Records go to %1</source>
        <translation>Los registros van a %1</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Carriles</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>New screening (Ctrl+N)</source>
        <translation>Nueva entrevista (Ctrl+N)</translation>
    </message>
    <message>
        <source>New screening</source>
        <translation>Nueva entrevista</translation>
    </message>
    <message>
        <source>Or put a document on the reader: the screening begins by itself.</source>
        <translation>O ponga un documento en el lector: la entrevista empieza sola.</translation>
    </message>
    <message>
        <source>&amp;Drafts to go on with</source>
        <translation>&amp;Borradores por continuar</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Borradores</translation>
    </message>
    <message>
        <source>&amp;Waiting for the second line</source>
        <translation>&amp;Esperan la segunda línea</translation>
    </message>
    <message>
        <source>Waiting for the second line</source>
        <translation>Esperan la segunda línea</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>The shift has been open since %1.</source>
        <translation>El turno está abierto desde el %1.</translation>
    </message>
    <message>
        <source>No shift is open. Open one to begin.</source>
        <translation>No hay ningún turno abierto. Abra uno para empezar.</translation>
    </message>
    <message>
        <source>Close the shift…</source>
        <translation>Cerrar el turno…</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>Abrir el turno</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Cerrar el turno</translation>
    </message>
    <message>
        <source>No document yet, saved %1</source>
        <translation>Aún sin documento, guardado: %1</translation>
    </message>
    <message>
        <source>%1, saved %2</source>
        <translation>%1, guardado: %2</translation>
    </message>
    <message>
        <source>No name, since %1</source>
        <translation>Sin nombre, desde el %1</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, desde el %2</translation>
    </message>
    <message numerus="yes">
        <source>%n screening(s) finished in this shift</source>
        <translation>
            <numerusform>%n entrevista terminada en este turno</numerusform>
            <numerusform>%n entrevistas terminadas en este turno</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) waiting to be sent</source>
        <translation>
            <numerusform>%n registro en espera de envío</numerusform>
            <numerusform>%n registros en espera de envío</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received by the server</source>
        <translation>
            <numerusform>%n recibido por el servidor</numerusform>
            <numerusform>%n recibidos por el servidor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n retenido</numerusform>
            <numerusform>%n retenidos</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Other questionnaire</source>
        <translation>&amp;Otro cuestionario</translation>
    </message>
    <message>
        <source>Other questionnaire</source>
        <translation>Otro cuestionario</translation>
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
        <translation>Hoy</translation>
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
        <translation>Informes</translation>
    </message>
    <message>
        <source>Demo post: people and records here are invented.</source>
        <translation>Puesto de demostración: las personas y los registros son inventados.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Enviar ahora</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Sesión iniciada</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Derivaciones</translation>
    </message>
    <message>
        <source>Help cards</source>
        <translation>Tarjetas de ayuda</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Capacitación</translation>
    </message>
    <message>
        <source>&amp;PIN for this shift…</source>
        <translation>&amp;PIN para este turno…</translation>
    </message>
    <message>
        <source>&amp;Sign out</source>
        <translation>&amp;Cerrar sesión</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Bloquear</translation>
    </message>
    <message>
        <source>&amp;Another officer</source>
        <translation>&amp;Otro funcionario</translation>
    </message>
    <message>
        <source>The store is damaged and can only be read: sign in again to read it, and call IT support now (F1 tells more).</source>
        <translation>El almacén está dañado y solo se puede leer: vuelva a entrar para leerlo y llame ya a soporte técnico (F1 dice más).</translation>
    </message>
    <message>
        <source>The disk is nearly full: what you have begun can be finished, but nothing new begun. Call IT support.</source>
        <translation>El disco está casi lleno: lo que empezó se puede terminar, pero nada nuevo se empieza. Llame a soporte técnico.</translation>
    </message>
    <message>
        <source>The disk has less than 500 MB left: ask IT support to make room soon.</source>
        <translation>Al disco le quedan menos de 500 MB: pida pronto a soporte técnico que haga espacio.</translation>
    </message>
    <message>
        <source>Store and disk</source>
        <translation>Almacén y disco</translation>
    </message>
    <message>
        <source>Server…</source>
        <translation>Servidor…</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Server and records to send</source>
        <translation>Servidor y registros por enviar</translation>
    </message>
    <message>
        <source>&amp;My passphrase…</source>
        <translation>&amp;Mi frase de contraseña…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>A&amp;bout Amparo…</source>
        <translation>Ac&amp;erca de Amparo…</translation>
    </message>
    <message>
        <source>Lock, PIN, passphrase, another officer, help, sign out (F10)</source>
        <translation>Bloquear, PIN, frase de contraseña, otro funcionario, ayuda, cerrar sesión (F10)</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::TrainingPage</name>
    <message>
        <source>Training</source>
        <translation>Capacitación</translation>
    </message>
    <message>
        <source>TRAINING: invented people, specimen documents. Nothing here becomes a record.</source>
        <translation>CAPACITACIÓN: personas inventadas, documentos espécimen. Nada de esto pasa a ser un registro.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::TravellerForm</name>
    <message>
        <source>&amp;Surname</source>
        <translation>&amp;Apellidos</translation>
    </message>
    <message>
        <source>&amp;Given names</source>
        <translation>&amp;Nombres</translation>
    </message>
    <message>
        <source>&amp;Nationality</source>
        <translation>Na&amp;cionalidad</translation>
    </message>
    <message>
        <source>Date of &amp;birth</source>
        <translation>&amp;Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Se&amp;x</source>
        <translation>Se&amp;xo</translation>
    </message>
    <message>
        <source>Document n&amp;umber</source>
        <translation>Número de &amp;documento</translation>
    </message>
    <message>
        <source>&amp;Issuing State</source>
        <translation>&amp;Estado emisor</translation>
    </message>
    <message>
        <source>Date of ex&amp;piry</source>
        <translation>Fecha de &amp;vencimiento</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Take over the document&apos;s data</source>
        <translation>Aceptar los datos del documento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel typing the document</source>
        <translation>Cancelar la escritura del documento</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::TravellerStrip</name>
    <message>
        <source>These are not the lines of a travel document. Read it again, or type the data.</source>
        <translation>No son las líneas de un documento de viaje. Léalo de nuevo o escriba los datos.</translation>
    </message>
    <message>
        <source>Another document was read. This screening still shows the first one.</source>
        <translation>Se leyó otro documento. Esta entrevista muestra aún el primero.</translation>
    </message>
    <message>
        <source>No document read yet</source>
        <translation>Aún no se leyó ningún documento</translation>
    </message>
    <message numerus="yes">
        <source>born %1, %n year(s) old</source>
        <translation>
            <numerusform>nacimiento: %1, %n año</numerusform>
            <numerusform>nacimiento: %1, %n años</numerusform>
        </translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>nacimiento: %1</translation>
    </message>
    <message>
        <source>Put the document on the reader, or type its lines. The questions can be answered without it.</source>
        <translation>Ponga el documento en el lector o escriba sus líneas. Las preguntas pueden responderse sin él.</translation>
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
        <translation>vencido el %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>válido hasta el %1</translation>
    </message>
    <message>
        <source>Child: the rules for children apply</source>
        <translation>Menor de edad: rigen las reglas para menores</translation>
    </message>
    <message>
        <source>Age not known: the rules for children apply</source>
        <translation>Edad desconocida: rigen las reglas para menores</translation>
    </message>
    <message>
        <source>Traveller</source>
        <translation>Persona viajera</translation>
    </message>
    <message>
        <source>Name of the traveller</source>
        <translation>Nombre de la persona viajera</translation>
    </message>
    <message>
        <source>Nationality, birth and sex</source>
        <translation>Nacionalidad, nacimiento y sexo</translation>
    </message>
    <message>
        <source>Travel document</source>
        <translation>Documento de viaje</translation>
    </message>
    <message>
        <source>Lines at the foot of the document (F6)</source>
        <translation>Líneas al pie del documento (F6)</translation>
    </message>
    <message>
        <source>Machine readable lines</source>
        <translation>Líneas de lectura mecánica</translation>
    </message>
    <message>
        <source>Type by hand (F7)</source>
        <translation>Escribir a mano (F7)</translation>
    </message>
    <message>
        <source>Type the document&apos;s data by hand</source>
        <translation>Escribir a mano los datos del documento</translation>
    </message>
    <message>
        <source>&amp;Language of the questions</source>
        <translation>&amp;Idioma de las preguntas</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>Idioma de las preguntas</translation>
    </message>
    <message>
        <source>New screening</source>
        <translation>Nueva entrevista</translation>
    </message>
    <message>
        <source>New screening for the other document</source>
        <translation>Nueva entrevista para el otro documento</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Replace the document of this screening</source>
        <translation>Reemplazar el documento de esta entrevista</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorar</translation>
    </message>
    <message>
        <source>Ignore the other document</source>
        <translation>Ignorar el otro documento</translation>
    </message>
    <message>
        <source>No native speaker has reviewed these words yet.</source>
        <translation>Ningún hablante nativo ha revisado todavía estas palabras.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::UnsupportedAnswer</name>
    <message>
        <source>This kind of question cannot be answered here.</source>
        <translation>Este tipo de pregunta no se puede responder aquí.</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::WorkProgress</name>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>De&amp;tener</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>amparo::desktop::Workplace</name>
    <message>
        <source>Open the shift first, then read the document again.</source>
        <translation>Abra primero el turno y luego lea de nuevo el documento.</translation>
    </message>
    <message>
        <source>Open the shift first, then go on with the draft.</source>
        <translation>Abra primero el turno y luego continúe con el borrador.</translation>
    </message>
    <message>
        <source>The record is final and goes out by itself when there is a link.</source>
        <translation>El registro es definitivo y se envía solo cuando haya conexión.</translation>
    </message>
    <message>
        <source>The record is final and kept on this computer.</source>
        <translation>El registro es definitivo y queda en esta computadora.</translation>
    </message>
    <message>
        <source>Your account holds no interviews: an officer signs in for that.</source>
        <translation>Con su cuenta no se hacen entrevistas: para eso entra un funcionario.</translation>
    </message>
    <message>
        <source>A colleague began this draft: only who began it can go on with it.</source>
        <translation>Un colega empezó este borrador: solo quien lo empezó puede continuarlo.</translation>
    </message>
</context>
</TS>
