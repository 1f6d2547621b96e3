// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/io/bpmnmodel.h"

#include <QByteArray>

namespace throughline {

/// Reads the XML of a BPMN 2.0 file of any dialect. Extension elements are passed over. Refuses document type
/// declarations, anything that is not BPMN, two flow nodes of one id, more than 256 levels, 64 MiB or 50,000 elements.
[[nodiscard]] Result<BpmnModel> readBpmnXml(const QByteArray& xml, const QString& fileName);

} // namespace throughline
