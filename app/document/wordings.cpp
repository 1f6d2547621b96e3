// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/wordings.h"

#include <iterator>

namespace throughline {

namespace {

/// Of all texts together, in letters.
constexpr qsizetype MostLetters = 8'000'000;

} // namespace

void Wordings::clear()
{
    m_texts.clear();
    m_letters = 0;
}

void Wordings::set(quint64 state, const Blueprint& blueprint, const QString& text)
{
    Wording& wording = m_texts[state];
    m_letters += text.size() - wording.text.size();
    wording = {blueprint, text};
    while (m_letters > MostLetters && m_texts.size() > 1) {
        const auto oldest = m_texts.firstKey() == state ? std::next(m_texts.begin()) : m_texts.begin();
        m_letters -= oldest->text.size();
        m_texts.erase(oldest);
    }
}

NotationMirror Wordings::mirror(quint64 state, const Blueprint& blueprint) const
{
    auto nearest = m_texts.upperBound(state);
    if (m_texts.isEmpty())
        return NotationMirror(blueprint);
    if (nearest != m_texts.begin())
        --nearest;
    NotationMirror mirror = NotationMirror::of(nearest->blueprint, nearest->text);
    if (!(mirror.document() == blueprint))
        mirror.follow(blueprint);
    return mirror;
}

} // namespace throughline
