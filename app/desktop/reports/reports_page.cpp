#include "app/desktop/reports/reports_page.h"

#include "app/desktop/approval/second_person_dialog.h"
#include "app/desktop/error_text.h"
#include "app/desktop/reports/report_html.h"
#include "app/desktop/widgets/date_field.h"
#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/record_export.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

constexpr int recentShifts = 20;
constexpr report::Format formats[] = {report::Format::Pdf, report::Format::Xlsx, report::Format::Csv};

/// For the store's thread: the report of a period as it stands now.
auto reportOf(const report::Period &period, const Clock &clock)
{
    return [period, locale = QLocale(), &clock](store::Store &store) {
        return app::makeReport(store, period, QTimeZone::systemTimeZone(), locale, clock);
    };
}

}  // namespace

ReportsPage::ReportsPage(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_periodLabel(new QLabel(this)),
      m_period(new QComboBox(this)),
      m_day(new DateField(this)),
      m_preview(new QTextBrowser(this)),
      m_folderLabel(new QLabel(this)),
      m_folder(new QLineEdit(this)),
      m_chooseFolder(new QPushButton(this)),
      m_write(new QPushButton(this)),
      m_export(new QPushButton(this)),
      m_message(new Finding(this))
{
    for (const report::Format format : formats) {
        auto *box = new QCheckBox(report::formatName(format).toUpper(), this);
        box->setAccessibleName(box->text());
        box->setChecked(true);
        m_formats.append(box);
    }
    m_folder->setText(
        QDir::toNativeSeparators(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)));
    m_day->setDate(m_post.clock().today());
    m_preview->setOpenLinks(false);
    m_write->setDefault(true);
    layOut();
    connectParts();
    retranslate();
}

void ReportsPage::layOut()
{
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_periodLabel);
    choice->addWidget(m_period, 1);
    choice->addWidget(m_day);
    auto *target = new QHBoxLayout;
    target->addWidget(m_folderLabel);
    target->addWidget(m_folder, 1);
    target->addWidget(m_chooseFolder);
    for (QCheckBox *box : std::as_const(m_formats))
        target->addWidget(box);
    target->addWidget(m_write);
    auto *page = new QVBoxLayout(this);
    page->addLayout(choice);
    page->addWidget(m_preview, 1);
    page->addLayout(target);
    page->addWidget(m_export, 0, Qt::AlignRight);
    m_export->setVisible(record::may(m_post.officer().role, record::Permission::ExportRecords));
    m_export->setEnabled(false);
    page->addWidget(m_message);
    m_periodLabel->setBuddy(m_period);
    m_folderLabel->setBuddy(m_folder);
}

void ReportsPage::connectParts()
{
    connect(m_period, &QComboBox::currentIndexChanged, this, &ReportsPage::preview);
    connect(m_day, &DateField::edited, this, &ReportsPage::preview);
    connect(m_chooseFolder, &QPushButton::clicked, this, &ReportsPage::chooseFolder);
    connect(m_folder, &QLineEdit::returnPressed, this, &ReportsPage::write);
    connect(m_write, &QPushButton::clicked, this, &ReportsPage::write);
    connect(m_export, &QPushButton::clicked, this, &ReportsPage::askForExport);
    const auto reloadWhereSeen = [this] {
        if (isVisible())
            reload();
    };
    connect(&m_post, &app::Post::shiftChanged, this, reloadWhereSeen);
    connect(&m_post, &app::Post::recordsChanged, this, reloadWhereSeen);
}

void ReportsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (isVisible())
            reload();
    }
}

void ReportsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_message->say(Tone::Neutral, QString());
    reload();
}

void ReportsPage::retranslate()
{
    setAccessibleName(tr("Reports"));
    m_periodLabel->setText(tr("&Report of"));
    m_period->setAccessibleName(tr("Report of"));
    m_day->setName(tr("Day"));
    m_preview->setAccessibleName(tr("Report"));
    m_folderLabel->setText(tr("Write to &folder"));
    m_folder->setAccessibleName(tr("Folder"));
    m_chooseFolder->setText(tr("Choose…"));
    m_chooseFolder->setAccessibleName(tr("Choose the folder"));
    m_write->setText(tr("&Write the report"));
    m_write->setAccessibleName(tr("Write the report"));
    m_export->setText(tr("E&xport records with names…"));
    m_export->setAccessibleName(tr("Export records with names…"));
    m_message->setAccessibleName(tr("Message"));
}

void ReportsPage::reload()
{
    m_post.store().run(
        this, [](store::Store &store) { return store.shifts().recent(recentShifts); },
        [this](const Result<QList<record::Shift>> &shifts) {
            if (!shifts)
                return m_message->say(Tone::Danger, errorText(Act::ReadRecords, shifts.error()));
            offerShifts(*shifts);
            preview();
        });
}

void ReportsPage::offerShifts(const QList<record::Shift> &shifts)
{
    const int chosen = std::max(0, m_period->currentIndex());
    const bool wasDay = m_period->currentIndex() >= 0 && m_period->currentIndex() == m_period->count() - 1;
    m_shifts = shifts;
    const QSignalBlocker blocker(m_period);
    m_period->clear();
    for (const record::Shift &shift : shifts)
        m_period->addItem(
            shift.closedAt
                ? tr("Shift from %1 to %2").arg(momentToText(shift.openedAt), momentToText(*shift.closedAt))
                : tr("Open shift, since %1").arg(momentToText(shift.openedAt)));
    m_period->addItem(tr("A whole day"));
    m_period->setCurrentIndex(wasDay ? m_period->count() - 1 : std::min(chosen, m_period->count() - 1));
}

std::optional<report::Period> ReportsPage::period() const
{
    const int index = m_period->currentIndex();
    if (index >= 0 && index < m_shifts.size())
        return report::Period(m_shifts[index]);
    const std::optional<QDate> day = m_day->date();
    return day ? std::optional(report::Period(*day)) : std::nullopt;
}

void ReportsPage::preview()
{
    const bool isDay = m_period->currentIndex() >= m_shifts.size();
    m_day->setVisible(isDay);
    const auto chosen = period();
    m_write->setEnabled(chosen.has_value());
    m_export->setEnabled(chosen.has_value());
    if (!chosen)
        return m_preview->clear();
    m_post.store().run(this, reportOf(*chosen, m_post.clock()),
                       [this, number = ++m_previewNumber](const Result<app::PeriodReport> &made) {
                           if (number != m_previewNumber)
                               return;
                           if (!made)
                               return m_message->say(Tone::Danger, errorText(Act::ReadRecords, made.error()));
                           m_preview->setHtml(reportHtml(made->report, palette()));
                       });
}

void ReportsPage::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for the report"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

void ReportsPage::write()
{
    const auto chosen = period();
    QList<report::Format> wanted;
    for (qsizetype i = 0; i < m_formats.size(); ++i) {
        if (m_formats[i]->isChecked())
            wanted.append(formats[i]);
    }
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    if (!chosen || wanted.isEmpty() || folder.isEmpty())
        return m_message->say(Tone::Warning,
                              tr("Choose a day or a shift, a folder and at least one kind of file."));
    m_write->setEnabled(false);
    m_message->say(Tone::Neutral, Sign::Waiting, tr("Writing…"));
    m_post.store().run(
        this,
        [folder, wanted, make = reportOf(*chosen, m_post.clock())](store::Store &store) {
            return make(store).and_then(
                [&](const app::PeriodReport &made) { return app::writeReport(store, made, folder, wanted); });
        },
        [this](const Result<QStringList> &files) { wrote(files); });
}

void ReportsPage::wrote(const Result<QStringList> &files)
{
    m_write->setEnabled(true);
    if (!files)
        return m_message->say(Tone::Danger, errorText(Act::ExportReport, files.error()));
    QStringList names;
    for (const QString &file : *files)
        names.append(QFileInfo(file).fileName());
    m_message->say(Tone::Good, Sign::Done,
                   tr("Written, readable by you alone: %1").arg(names.join(QStringLiteral(", "))));
}

void ReportsPage::askForExport()
{
    const auto chosen = period();
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    if (!chosen || folder.isEmpty())
        return m_message->say(Tone::Warning, tr("Choose a day or a shift, and a folder."));
    m_message->say(Tone::Neutral, QString());
    const auto *day = std::get_if<QDate>(&*chosen);
    const QString what =
        tr("Export the records of this period, with names and documents, into a file that is not "
           "encrypted. Period: %1. Folder: %2.")
            .arg(day ? dateToText(*day, QLocale()) : m_period->currentText(), m_folder->text());
    auto *dialog = new SecondPersonDialog(
        m_post, record::Permission::ExportRecords, what,
        [this, period = *chosen, folder](store::Approval approval) {
            exportRecords(period, folder, std::move(approval));
        },
        this);
    dialog->open();
}

void ReportsPage::exportRecords(const report::Period &period, const QString &folder, store::Approval approval)
{
    m_export->setEnabled(false);
    m_message->say(Tone::Neutral, Sign::Waiting, tr("Exporting…"));
    const auto yes = std::make_shared<store::Approval>(std::move(approval));
    m_post.store().run(
        this,
        [period, folder, yes](store::Store &store) {
            return app::exportRecords(store, period, QTimeZone::systemTimeZone(), folder, std::move(*yes));
        },
        [this](const Result<app::ExportedRecords> &exported) {
            m_export->setEnabled(true);
            if (!exported)
                return m_message->say(Tone::Danger, errorText(Act::ExportRecords, exported.error()));
            m_message->say(Tone::Good, Sign::Done,
                           tr("%n record(s) exported, readable by you alone: %1", nullptr, exported->records)
                               .arg(QFileInfo(exported->path).fileName()));
        });
}

}  // namespace amparo::desktop
