#pragma once

#include "base/translated.h"
#include "risk/delphi.h"
#include "risk/points.h"
#include "risk/recommendation.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>
#include <variant>

namespace amparo::risk {

/// A result that a model can give, and what it asks of the officer.
struct Band {
    QString code;   ///< stable, in submissions and statistics: "second_line", "none_recorded"
    int level = 0;  ///< 0 nothing recorded … 3 act now, for colour and sign
    Recommendation recommend = Recommendation::Clear;
    std::optional<Recommendation> childRecommend;  ///< where children are treated differently
    Translated label;
    Translated action;
    Translated childAction;  ///< empty: as for adults

    Recommendation recommendFor(bool child) const
    {
        return child ? childRecommend.value_or(recommend) : recommend;
    }
    const Translated &actionFor(bool child) const
    {
        return child && !childAction.isEmpty() ? childAction : action;
    }

    bool operator==(const Band &) const = default;
};

/// Indicators that act at once, whatever the score. The first trigger that takes an indicator acts for it.
struct Trigger {
    QStringList indicators;  ///< empty: every one that the form marks as a trigger
    Recommendation recommend = Recommendation::SecondLine;
    QString band;  ///< empty: the score's band stays, only the advice rises
    Translated because;

    bool operator==(const Trigger &) const = default;
};

/// A second result beside the main one, which neither adds to it nor takes from it: smuggling, documents.
struct Track {
    struct Row {
        QStringList items;  ///< any of these
        Strength atLeast = Strength::Weak;
        Band band;
        bool advises = true;  ///< false: shown to the officer, without a say in the advice

        bool operator==(const Row &) const = default;
    };

    QString code;
    Translated label;
    QList<Row> rows;  ///< the first that holds decides; none: the track has no result

    bool operator==(const Track &) const = default;
};

/// How answers become advice: data that a ministry can change, not code. Read by readModel() in
/// model_reader.h.
struct Model {
    QString id;
    QString version;
    Translated title;
    Translated status;  ///< how far it is to be trusted: "working, not validated"
    Translated notice;  ///< what a result is not
    QString basis;      ///< where rule and weights come from
    QStringList sources;
    std::variant<DelphiRules, PointsRules> rules;
    QList<Band> bands;
    QList<Trigger> triggers;
    QList<Track> tracks;
    QStringList presumesChild;          ///< indicators that make the person count as a child
    QMap<QString, Translated> phrases;  ///< of the explanation, by key; see explanation.h

    const Band *band(const QString &code) const;  ///< null: no such band
    QString name() const;                         ///< id and version, "primary-points 1.0"

    bool operator==(const Model &) const = default;
};

}  // namespace amparo::risk
