#pragma once

#include "app/desktop/widgets/finding.h"
#include "desktop/open_post.h"
#include "support/eventually.h"
#include "support/gui.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace amparo::test {

/// One section of the administration page by itself, over a real post.
template <class Section> struct OpenSection {
    explicit OpenSection(record::Role role = record::Role::Administrator) : post(OpenPost::Forms::None, role)
    {
        show();
    }

    void show()
    {
        section = std::make_unique<Section>(*post);
        section->resize(1024, 700);
        activate(*section);
    }

    template <class T> T *part(const char *name) { return control<T>(*section, name); }
    void click(const char *button) { part<QPushButton>(button)->click(); }

    /// What the section says, not a dialog over it; waited for.
    bool says(const char *words)
    {
        return eventually([&] {
            const auto findings = section->template findChildren<desktop::Finding *>();
            return std::any_of(findings.begin(), findings.end(), [&](const desktop::Finding *finding) {
                return finding->isVisible() && finding->window() == section.get() &&
                       finding->sentence().contains(QString::fromUtf8(words));
            });
        });
    }

    /// The dialog that opens at a button.
    QDialog *open(const char *button)
    {
        click(button);
        return dialog();
    }

    QDialog *dialog()
    {
        REQUIRE(eventually([] { return QApplication::activeModalWidget() != nullptr; }));
        QWidget *dialog = QApplication::activeModalWidget();
        REQUIRE(QTest::qWaitForWindowActive(dialog));
        return qobject_cast<QDialog *>(dialog);
    }

    /// Does it in the store's thread, and waits for the answer.
    template <class Job> auto ask(Job job)
    {
        using Answer = std::invoke_result_t<Job, store::Store &>;
        std::optional<Answer> answer;
        QObject receiver;
        post->store().run(&receiver, job, [&](Answer given) { answer = std::move(given); });
        REQUIRE(eventually([&] { return answer.has_value(); }));
        return std::move(*answer);
    }

    OpenPost post;
    std::unique_ptr<Section> section;
};

inline bool closes(QPointer<QDialog> dialog)
{
    return eventually([&] { return !dialog || !dialog->isVisible(); });
}

inline void fill(QWidget &root, const char *name, const QString &text)
{
    auto *field = control<QLineEdit>(root, name);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

}  // namespace amparo::test
