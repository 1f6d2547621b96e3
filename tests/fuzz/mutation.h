// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <random>

namespace throughline::testing {

/// Damages files the way disks, editors, merges and enemies do: flipped bytes, cut-off ends, lost, doubled and foreign
/// pieces, numbers and brackets out of all proportion. The same seed does the same damage on every machine.
class Mutator
{
public:
    Mutator(quint32 seed, QList<QByteArray> foreignPieces);

    /// text with one to four damages.
    [[nodiscard]] QByteArray damage(QByteArray text);

private:
    [[nodiscard]] qsizetype below(qsizetype limit);
    void damageOnce(QByteArray& text);
    [[nodiscard]] QByteArray piece(const QByteArray& text);

    std::mt19937 m_random;
    QList<QByteArray> m_foreign;
};

} // namespace throughline::testing
