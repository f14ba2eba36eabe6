#pragma once

#include "form/form_definition.h"
#include "record/interview_form.h"
#include "record/officer.h"
#include "record/retention.h"
#include "traveller/traveller.h"

#include <QString>

namespace amparo::desktop {

// Values of the domain in the officer's words; whole sentences where a person reads one.

QString text(record::Decision decision);
QString text(record::DiscardReason reason);
QString text(record::Line line);
QString text(record::Purpose purpose);
QString text(record::ErasureReason reason);
QString text(record::Role role);
QString text(record::State state);
QString text(traveller::Sex sex);
QString text(traveller::Mrz::Field field);

/// "ERIKSSON, ANNA MARIA", or the part that there is; empty: no name is known.
QString nameText(const traveller::Traveller &who);

/// A State or nationality by name, with its code: "Bolivia (BOL)"; the code alone where nobody knows it.
QString countryText(const QString &code);

/// What was typed is no value of this type, and what to type.
QString mistypedText(form::DataType type);

}  // namespace amparo::desktop
