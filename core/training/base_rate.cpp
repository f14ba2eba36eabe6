#include "training/base_rate.h"

#include <cmath>

namespace amparo::training {

int BaseRate::affected() const { return static_cast<int>(std::lround(people * affectedShare)); }

int BaseRate::rightlyFlagged() const { return static_cast<int>(std::lround(affected() * sensitivity)); }

int BaseRate::wronglyFlagged() const
{
    return static_cast<int>(std::lround((people - affected()) * (1 - specificity)));
}

double BaseRate::predictiveValue() const
{
    return flagged() == 0 ? 0 : static_cast<double>(rightlyFlagged()) / flagged();
}

}  // namespace amparo::training
