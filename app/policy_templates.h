#pragma once

#include <QByteArray>
#include <QString>

namespace amparo::app {

// What administrators of many computers need to manage policies, made of managedSettings(). Thread: any.

/// For Group Policy: the definitions (ADMX), and their texts in the language that translations are installed
/// for (ADML). Registry: HKLM\\Software\\Policies\\Amparo.
QByteArray groupPolicyDefinitions();
QByteArray groupPolicyTexts();

/// /etc/amparo/policy.json with every policy at an example value.
QByteArray examplePolicyFile();

/// The list as a table in Markdown, in the language that translations are installed for.
QByteArray policyTable();

}  // namespace amparo::app
