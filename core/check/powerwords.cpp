// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/powerwords.h"

using namespace Qt::StringLiterals;

namespace throughline {

QString powerInWords(Power power)
{
    switch (power) {
    case Power::Product:
        return u"the product"_s;
    case Power::Pricing:
        return u"the price"_s;
    case Power::Distribution:
        return u"distribution"_s;
    case Power::Service:
        return u"the service"_s;
    case Power::Structure:
        return u"how the company is organised"_s;
    case Power::Comms:
        return u"communication"_s;
    }
    return {};
}

} // namespace throughline
