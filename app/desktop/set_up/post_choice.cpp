#include "app/desktop/set_up/post_choice.h"

#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/theme.h"
#include "base/background.h"
#include "traveller/country.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace amparo::desktop {

PostChoice::PostChoice(QWidget *parent)
    : QWidget(parent),
      m_form(new QFormLayout(this)),
      m_fileRow(new QWidget(this)),
      m_fileLabel(new QLabel(this)),
      m_file(new QLineEdit(m_fileRow)),
      m_choose(new QPushButton(m_fileRow)),
      m_finding(new Finding(this)),
      m_codeLabel(new QLabel(this)),
      m_code(new QLineEdit(this)),
      m_nameLabel(new QLabel(this)),
      m_name(new QLineEdit(this)),
      m_countryLabel(new QLabel(this)),
      m_country(new QLineEdit(this))
{
    layOut();
    connect(m_file, &QLineEdit::editingFinished, this, &PostChoice::readFile);
    connect(m_choose, &QPushButton::clicked, this, &PostChoice::chooseFile);
    lookForInstallation();
    retranslate();
}

void PostChoice::layOut()
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *file = new QHBoxLayout(m_fileRow);
    file->setContentsMargins(0, 0, 0, 0);
    file->addWidget(m_file, 1);
    file->addWidget(m_choose);
    m_fileLabel->setBuddy(m_file);
    m_form->addRow(m_fileLabel, m_fileRow);
    m_form->addRow(m_finding);
    m_country->setMaxLength(3);
    const std::pair<QLabel *, QLineEdit *> fields[] = {
        {m_codeLabel, m_code}, {m_nameLabel, m_name}, {m_countryLabel, m_country}};
    for (const auto &[label, field] : fields) {
        label->setBuddy(field);
        m_form->addRow(label, field);
    }
}

QWidget *PostChoice::firstField() const
{
    if (m_enrolment || m_isReading)
        return nullptr;
    return m_failure ? m_file : m_code;
}

void PostChoice::alignLabels(QLabel *other)
{
    const int width = qMax(m_fileLabel->sizeHint().width(), other->sizeHint().width());
    m_fileLabel->setMinimumWidth(width);
    other->setMinimumWidth(width);
}

void PostChoice::lookForInstallation()
{
    m_isReading = true;
    runInPool(
        this,
        []() -> Found {
            const app::Installation installation = app::readInstallation();
            if (installation.enrolmentFile.isEmpty())
                return {installation, failure(ErrorCode::NotFound, QString())};
            return {installation, app::readEnrolmentFile(installation.enrolmentFile)};
        },
        [this](const Found &found) {
            m_serverUrl = found.installation.serverUrl;
            m_code->setText(found.installation.postCode);
            m_file->setText(QDir::toNativeSeparators(found.installation.enrolmentFile));
            m_readFile = QDir::fromNativeSeparators(found.installation.enrolmentFile);
            show(found.enrolment);
        });
}

void PostChoice::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Headquarters' enrolment file"), m_file->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_file->setText(QDir::toNativeSeparators(path));
        readFile();
    });
    dialog->open();
}

void PostChoice::readFile()
{
    const QString path = QDir::fromNativeSeparators(m_file->text().trimmed());
    if (m_isReading || path == m_readFile)
        return;
    m_readFile = path;
    if (path.isEmpty())
        return show(failure(ErrorCode::NotFound, QString()));
    m_isReading = true;
    m_finding->say(Tone::Neutral, Sign::Waiting, tr("Reading the file…"));
    runInPool(
        this, [path] { return app::readEnrolmentFile(path); },
        [this](const Result<sync::Enrolment> &enrolment) { show(enrolment); });
}

void PostChoice::show(const Result<sync::Enrolment> &enrolment)
{
    m_isReading = false;
    m_enrolment = enrolment ? std::optional(*enrolment) : std::nullopt;
    m_failure = enrolment || m_readFile.isEmpty() ? std::nullopt : std::optional(enrolment.error());
    showFields();
    Q_EMIT read();
}

void PostChoice::showFields()
{
    for (QLineEdit *field : {m_code, m_name, m_country})
        m_form->setRowVisible(field, !m_enrolment);
    m_finding->say(m_failure ? Tone::Warning : m_enrolment ? Tone::Good : Tone::Neutral, sentence());
}

QString PostChoice::sentence() const
{
    if (m_enrolment)
        return tr("Post %1, %2 (%3). Its records go to %4.")
            .arg(m_enrolment->post.code, m_enrolment->post.name, m_enrolment->post.country,
                 m_enrolment->server.address.host());
    if (m_failure) {
        switch (m_failure->code) {
        case ErrorCode::NotFound:
            return tr(
                "There is no file of that name. Plug in the stick that it is on, or choose another file; or "
                "leave it empty and set the post up without one.");
        case ErrorCode::TooNew:
            return tr(
                "This enrolment file is for a newer version of Amparo. Ask IT support to install that.");
        default:
            return tr(
                "This is no enrolment file of headquarters, or it is damaged. Choose another; or leave it "
                "empty and set the post up without one.");
        }
    }
    if (m_serverUrl.isEmpty())
        return tr("Without a file the post keeps its records on this computer until a server is set.");
    const auto server = sync::parseServerAddress(m_serverUrl);
    return server ? tr("Without a file the records go to %1, as IT has set.").arg(server->address.host())
                  : tr("The server's address that IT has set cannot be used. Call IT support.");
}

std::optional<app::NewPost> PostChoice::chosen(Finding *message) const
{
    app::NewPost post;
    if (m_enrolment) {
        post.post = m_enrolment->post;
        post.enrolment = m_enrolment;
        return post;
    }
    const auto missing = [&](QLineEdit *field, const QString &sentence) {
        message->say(Tone::Warning, sentence);
        field->setFocus();
        return std::nullopt;
    };
    if (m_isReading || m_failure)
        return missing(m_file, m_isReading ? tr("The file is still being read.") : sentence());
    post.serverUrl = m_serverUrl;
    post.post = {m_code->text().trimmed(), m_name->text().simplified(), m_country->text().trimmed().toUpper(),
                 false};
    if (post.post.code.isEmpty())
        return missing(m_code, tr("Type the code of your post, as the national server knows it."));
    if (post.post.name.isEmpty())
        return missing(m_name, tr("Type the name of your post."));
    if (post.post.country.size() != 3 || !traveller::countryFor(post.post.country))
        return missing(m_country, tr("Type the country's three letters, as in PER."));
    return post;
}

void PostChoice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PostChoice::retranslate()
{
    m_fileLabel->setMinimumWidth(0);
    m_fileLabel->setText(tr("&Enrolment file of headquarters:"));
    m_file->setAccessibleName(tr("Enrolment file of headquarters"));
    m_choose->setText(tr("C&hoose…"));
    m_choose->setAccessibleName(tr("Choose the enrolment file"));
    m_codeLabel->setText(tr("Code of the &post:"));
    m_code->setAccessibleName(tr("Code of the post"));
    m_nameLabel->setText(tr("Name of the pos&t:"));
    m_name->setAccessibleName(tr("Name of the post"));
    m_countryLabel->setText(tr("&Country, three letters:"));
    m_country->setAccessibleName(tr("Country"));
    if (m_isReading)
        m_finding->say(Tone::Neutral, Sign::Waiting, tr("Looking for what IT has set…"));
    else
        showFields();
}

}  // namespace amparo::desktop
