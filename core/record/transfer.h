#pragma once

#include "base/archive.h"
#include "record/screening.h"

// A screening in bytes (base/archive.h).

namespace amparo::traveller {

template <class Archive> void transfer(Archive &archive, Traveller &traveller)
{
    auto &[surname, givenNames, documentCode, documentNumber, issuingState, nationality, birthDate,
           bornNoLaterThan, sex, expiryDate, source] = traveller;
    archive(surname, givenNames, documentCode, documentNumber, issuingState, nationality, birthDate,
            bornNoLaterThan, sex, expiryDate, source);
}

}  // namespace amparo::traveller

namespace amparo::record {

template <class Archive> void transfer(Archive &archive, IndicatorHit &hit)
{
    auto &[indicator, item, dimension] = hit;
    archive(indicator, item, dimension);
}

template <class Archive> void transfer(Archive &archive, Advice &advice)
{
    auto &[model, band, level, recommended, explanation, hits, unanswered] = advice;
    archive(model, band, level, recommended, explanation, hits, unanswered);
}

template <class Archive> void transfer(Archive &archive, Verdict &verdict)
{
    auto &[decision, reason] = verdict;
    archive(decision, reason);
}

template <class Archive> void transfer(Archive &archive, Screening &screening)
{
    auto &[id, encounter, shift, officer, line, formId, formVersion, language, startedAt, traveller, state,
           finalisedAt, instanceId, advice, verdict] = screening;
    archive(id, encounter, shift, officer, line, formId, formVersion, language, startedAt, traveller, state,
            finalisedAt, instanceId, advice, verdict);
}

}  // namespace amparo::record
