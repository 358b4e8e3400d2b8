#pragma once

// How the outcome of a check looks.

#include "console/kit/controls.h"
#include "shared/contract/kyc.h"

namespace kyc {

struct Mark
{
    QString icon;
    kit::Ink ink;
    const char *label;
};

inline Mark markOf(CheckOutcome outcome)
{
    switch (outcome) {
    case CheckOutcome::Passed: return {QStringLiteral("circle-check"), kit::Ink::Success, "success"};
    case CheckOutcome::Warning: return {QStringLiteral("triangle-alert"), kit::Ink::Warning, "warning"};
    case CheckOutcome::Failed: return {QStringLiteral("circle-x"), kit::Ink::Danger, "danger"};
    }
    return {QStringLiteral("info"), kit::Ink::Text3, "text2"};
}

} // namespace kyc
