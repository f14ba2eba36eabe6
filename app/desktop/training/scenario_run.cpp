#include "app/desktop/training/scenario_run.h"

#include "app/desktop/screening/screening_page.h"
#include "app/desktop/training/situation_panel.h"
#include "app/desktop/widgets/theme.h"
#include "base/background.h"
#include "resources/builtin_forms.h"
#include "risk/observe.h"
#include "traveller/mrz.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace amparo::desktop {

namespace {

bool isSpecimen(const QString &mrz, QDate today)
{
    const auto read = traveller::parseMrz(mrz, today);
    return read && read->warnings.testFlag(traveller::Mrz::Warning::Specimen);
}

QString questionPath(const form::FormDefinition &definition, const QString &question)
{
    for (const QString &path : definition.fields()) {
        if (path.endsWith(QLatin1Char('/') + question))
            return path;
    }
    return {};
}

}  // namespace

ScenarioRun::ScenarioRun(QWidget *parent)
    : QWidget(parent),
      m_situation(new SituationPanel(this)),
      m_screening(new ScreeningPage(m_clock, m_sandbox, this))
{
    m_clock.set(systemClock().utcNow());
    m_screening->showOutline(false);
    m_situation->setFixedWidth(fontMetrics().averageCharWidth() * 50);
    const int gap = space(fontMetrics(), 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gap, 0, 0, 0);
    row->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(0, gap, 0, gap);
    left->addWidget(m_situation);
    row->addLayout(left);
    row->addWidget(m_screening, 1);
    setTabOrder(m_situation, m_screening);
    setFocusProxy(m_situation);

    connect(m_situation, &SituationPanel::documentRead, m_screening, &ScreeningPage::readMrz);
    connect(m_situation, &SituationPanel::leaveRequested, this, &ScenarioRun::leaveRequested);
    connect(m_screening, &ScreeningPage::anotherTravellerRead, this, [this](const QString &mrz) {
        if (openForm())
            m_screening->readMrz(mrz);
    });
    connect(&m_sandbox, &Sandbox::finalised, this, &ScenarioRun::decided);
    connect(m_screening, qOverload<ScreeningId>(&ScreeningPage::finalised), this, [this] {
        m_scenario.reset();
        if (m_finished)
            Q_EMIT finished(*std::exchange(m_finished, std::nullopt));
    });
    connect(new QShortcut(Qt::Key_F5, this), &QShortcut::activated, this, &ScenarioRun::switchSide);
    retranslate();
}

// The page hands what it holds to the sandbox, which is a member and goes before children do.
ScenarioRun::~ScenarioRun()
{
    m_screening->disconnect(this);
    delete m_screening;
}

// Scenarios are written for the questionnaires that came with the program, whatever the post has installed.
void ScenarioRun::prepare()
{
    if (m_forms || m_isReading)
        return;
    m_isReading = true;
    runInPool(
        this,
        [] {
            Forms forms;
            for (const form::FormPackage &package : resources::builtinForms()) {
                if (const auto form = record::readInterviewForm(package))
                    forms.insert(package.formId, *form);
            }
            return forms;
        },
        [this](const Forms &forms) {
            m_forms = forms;
            start();
        });
}

void ScenarioRun::begin(std::shared_ptr<const training::Scenario> scenario, const record::Officer &officer)
{
    close();
    m_officer = officer;
    m_wanted = std::move(scenario);
    m_situation->announce(*m_wanted);
    prepare();
    start();
}

void ScenarioRun::start()
{
    if (!m_forms || !m_wanted)
        return;
    m_scenario = std::exchange(m_wanted, nullptr);
    m_form = m_forms->value(m_scenario->formId);
    m_finished.reset();
    m_clock.set(m_scenario->now);
    const auto opened =
        m_form ? openForm()
               : failure(ErrorCode::NotFound, QStringLiteral("no built-in form %1").arg(m_scenario->formId));
    if (!opened) {
        m_scenario.reset();
        Q_EMIT failed(opened.error());
        return;
    }
    m_situation->begin(m_scenario, [definition = m_form->definition](const QString &question) {
        return definition->label(questionPath(*definition, question), QLocale().bcp47Name());
    });
    m_situation->setFocus(Qt::OtherFocusReason);
}

void ScenarioRun::close()
{
    m_wanted.reset();
    m_scenario.reset();
    m_screening->close();
}

bool ScenarioRun::readMrz(const QString &mrz)
{
    return isRunning() && isSpecimen(mrz, m_clock.today()) && m_screening->readMrz(mrz);
}

void ScenarioRun::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

Result<> ScenarioRun::openForm()
{
    record::Setting setting;
    setting.clock = &m_clock;
    setting.post = {QStringLiteral("TRAINING"), QStringLiteral("TRAINING"), QStringLiteral("UTO"), true};
    setting.officer = m_officer;
    setting.language = QLocale().bcp47Name();
    auto interview = record::Interview::begin(m_form, EncounterId::create(), setting);
    if (!interview)
        return tl::make_unexpected(interview.error());
    m_screening->open(std::move(*interview));
    return {};
}

void ScenarioRun::decided(record::Decision decision)
{
    const record::Interview *interview = m_screening->interview();
    const std::optional<training::Play> &play = m_situation->play();
    if (!interview || !play)
        return;
    const risk::Observations observations = risk::observe(interview->session());
    FinishedRun run{
        m_scenario, {training::recordedSigns(observations), decision, play->made(), play->mistakes()}, {}};
    for (const risk::Observation &observation : observations)
        run.signLabels.insert(observation.indicator, observation.label);
    m_finished = std::move(run);
}

void ScenarioRun::switchSide()
{
    const QWidget *focus = QApplication::focusWidget();
    QWidget *other =
        focus && m_situation->isAncestorOf(focus) ? static_cast<QWidget *>(m_screening) : m_situation;
    other == m_screening ? m_screening->goToQuestions() : m_situation->setFocus(Qt::ShortcutFocusReason);
}

void ScenarioRun::retranslate() { setAccessibleName(tr("Training scenario")); }

}  // namespace amparo::desktop
