#pragma once

#include "base/precompiled.h"
#include "support/catch.h"
