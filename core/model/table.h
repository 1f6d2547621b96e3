// SPDX-FileCopyrightText: Throughline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/summary.h"

#include <QList>

#include <algorithm>
#include <iterator>
#include <memory>

namespace throughline {

/// The elements of one kind, ordered by id. A value: copying it costs one reference count, and changing one element
/// after a copy was taken costs one chunk (at most MaxChunk elements) plus the list of chunks, however many elements
/// there are.
///
/// Element needs a public member id with operator< and operator==.
template <typename Element>
class Table
{
    static constexpr qsizetype MaxChunk = 64;
    using Elements = QList<Element>;

    /// Never changed, and shared by all copies of the table.
    struct Chunk
    {
        explicit Chunk(Elements list) : elements(std::move(list)) {}

        Elements elements;
        LazySummary summary;
    };
    using ChunkPointer = std::shared_ptr<const Chunk>;

public:
    using IdType = decltype(Element::id);

    class const_iterator
    {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Element;
        using difference_type = qsizetype;
        using pointer = const Element*;
        using reference = const Element&;

        const_iterator() = default;
        const_iterator(const QList<ChunkPointer>* chunks, qsizetype chunk) : m_chunks(chunks), m_chunk(chunk) {}

        reference operator*() const { return m_chunks->at(m_chunk)->elements.at(m_index); }
        pointer operator->() const { return &**this; }
        const_iterator& operator++()
        {
            if (++m_index == m_chunks->at(m_chunk)->elements.size()) {
                m_index = 0;
                ++m_chunk;
            }
            return *this;
        }
        const_iterator operator++(int)
        {
            const_iterator old = *this;
            ++*this;
            return old;
        }
        bool operator==(const const_iterator&) const = default;

    private:
        const QList<ChunkPointer>* m_chunks = nullptr;
        qsizetype m_chunk = 0;
        qsizetype m_index = 0;
    };

    [[nodiscard]] const_iterator begin() const { return {&m_chunks, 0}; }
    [[nodiscard]] const_iterator end() const { return {&m_chunks, m_chunks.size()}; }
    /// About halfway between begin() and end(), for two threads to share the elements.
    [[nodiscard]] const_iterator middle() const { return {&m_chunks, m_chunks.size() / 2}; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

    /// The element of that id, or null. Valid until this table is changed or destroyed. O(log n).
    [[nodiscard]] const Element* find(const IdType& id) const
    {
        const qsizetype chunk = chunkOf(id);
        if (chunk < 0)
            return nullptr;
        const Elements& elements = m_chunks[chunk]->elements;
        const auto found = lowerBound(elements, id);
        return found != elements.end() && found->id == id ? &*found : nullptr;
    }
    [[nodiscard]] bool contains(const IdType& id) const { return find(id) != nullptr; }

    /// Calls visit(element), in the order of ids, for every element with one of the keys, and for some others: those
    /// that lie in one chunk with it, or seem to. visitKeys(element, add) says what an element's keys are
    /// (core/model/referrers.h). A chunk's keys are summed up when they are first asked for, in whatever thread, and
    /// what an edit makes anew is asked anew; so this costs a glance at each chunk and what lies in those that match.
    template <typename Visit>
    void visitLikely(const QList<size_t>& keys, const Visit& visit) const
    {
        for (const ChunkPointer& chunk : m_chunks) {
            const Summary& summary = summaryOf(*chunk);
            if (std::none_of(keys.cbegin(), keys.cend(), [&](size_t key) { return summary.mayHold(key); }))
                continue;
            for (const Element& element : chunk->elements)
                visit(element);
        }
    }
    /// Sums up the keys of all chunks that were not asked for any yet.
    void summarise() const
    {
        for (const ChunkPointer& chunk : m_chunks)
            (void)summaryOf(*chunk);
    }

    /// Puts element in, in place of the one with its id if there is one.
    void insert(Element element)
    {
        if (m_chunks.isEmpty()) {
            m_chunks.append(std::make_shared<const Chunk>(Elements{std::move(element)}));
            m_size = 1;
            return;
        }
        const qsizetype index = std::max<qsizetype>(chunkOf(element.id), 0);
        Elements elements = m_chunks[index]->elements;
        const auto place = lowerBound(elements, element.id);
        const qsizetype position = std::distance(elements.cbegin(), place);
        if (place != elements.cend() && place->id == element.id) {
            elements[position] = std::move(element);
        } else {
            elements.insert(position, std::move(element));
            ++m_size;
        }
        if (elements.size() > MaxChunk) {
            m_chunks.insert(index + 1, std::make_shared<const Chunk>(elements.mid(MaxChunk / 2)));
            elements.resize(MaxChunk / 2);
        }
        m_chunks[index] = std::make_shared<const Chunk>(std::move(elements));
    }

    /// Removes the element of that id; false if there is none.
    bool remove(const IdType& id)
    {
        const qsizetype index = chunkOf(id);
        if (index < 0 || !find(id))
            return false;
        Elements elements = m_chunks[index]->elements;
        elements.erase(lowerBound(elements, id));
        --m_size;
        if (elements.isEmpty())
            m_chunks.removeAt(index);
        else
            m_chunks[index] = std::make_shared<const Chunk>(std::move(elements));
        return true;
    }

    /// Replaces everything by elements, in any order; of two with one id the last stays. O(n log n), O(n) where they
    /// come in order; for loading.
    void assign(QList<Element> elements)
    {
        const auto byId = [](const Element& l, const Element& r) { return l.id < r.id; };
        if (!std::is_sorted(elements.cbegin(), elements.cend(), byId))
            std::stable_sort(elements.begin(), elements.end(), byId);
        m_chunks.clear();
        m_size = 0;
        m_chunks.reserve(elements.size() / (MaxChunk / 2) + 1);
        Elements chunk;
        for (qsizetype i = 0; i < elements.size(); ++i) {
            if (i + 1 < elements.size() && elements[i].id == elements[i + 1].id)
                continue;
            if (chunk.isEmpty())
                chunk.reserve(std::min(MaxChunk / 2, elements.size() - i));
            chunk.append(std::move(elements[i]));
            ++m_size;
            if (chunk.size() == MaxChunk / 2) {
                m_chunks.append(std::make_shared<const Chunk>(std::move(chunk)));
                chunk = {};
            }
        }
        if (!chunk.isEmpty())
            m_chunks.append(std::make_shared<const Chunk>(std::move(chunk)));
    }

    /// Adds the elements of a table whose ids all come after those here; for loading. O(elements / MaxChunk).
    void append(const Table& later)
    {
        m_chunks += later.m_chunks;
        m_size += later.m_size;
    }

    bool operator==(const Table& other) const
    {
        return m_size == other.m_size && std::equal(begin(), end(), other.begin());
    }

    /// Calls visit(before, after) in the order of ids for every element that differs between two tables; null where an
    /// element is missing on one side. Chunks the two share are passed over unread, so after an edit this costs what
    /// the edit changed.
    template <typename Visit>
    static void compare(const Table& before, const Table& after, Visit visit)
    {
        Cursor left(before);
        Cursor right(after);
        while (!left.atEnd() || !right.atEnd()) {
            if (!left.atEnd() && !right.atEnd() && left.atChunkStart() && right.atChunkStart() &&
                left.chunk() == right.chunk()) {
                left.skipChunk();
                right.skipChunk();
            } else if (right.atEnd() || (!left.atEnd() && left->id < right->id)) {
                visit(&*left, static_cast<const Element*>(nullptr));
                left.next();
            } else if (left.atEnd() || right->id < left->id) {
                visit(static_cast<const Element*>(nullptr), &*right);
                right.next();
            } else {
                if (!(*left == *right))
                    visit(&*left, &*right);
                left.next();
                right.next();
            }
        }
    }

private:
    class Cursor
    {
    public:
        explicit Cursor(const Table& table) : m_table(table) {}
        [[nodiscard]] bool atEnd() const { return m_chunk == m_table.m_chunks.size(); }
        [[nodiscard]] bool atChunkStart() const { return m_index == 0; }
        [[nodiscard]] const ChunkPointer& chunk() const { return m_table.m_chunks[m_chunk]; }
        const Element& operator*() const { return chunk()->elements.at(m_index); }
        const Element* operator->() const { return &**this; }
        void next()
        {
            if (++m_index == chunk()->elements.size())
                skipChunk();
        }
        void skipChunk()
        {
            ++m_chunk;
            m_index = 0;
        }

    private:
        const Table& m_table;
        qsizetype m_chunk = 0;
        qsizetype m_index = 0;
    };

    static const Summary& summaryOf(const Chunk& chunk)
    {
        return chunk.summary.get([&] {
            Summary summary;
            for (const Element& element : chunk.elements)
                visitKeys(element, [&](size_t key) { summary.add(key); });
            return summary;
        });
    }

    static auto lowerBound(const Elements& elements, const IdType& id)
    {
        return std::lower_bound(elements.cbegin(), elements.cend(), id,
                                [](const Element& element, const IdType& key) { return element.id < key; });
    }

    /// The last chunk whose first id is not greater than id, or -1.
    [[nodiscard]] qsizetype chunkOf(const IdType& id) const
    {
        const auto after =
            std::upper_bound(m_chunks.cbegin(), m_chunks.cend(), id, [](const IdType& key, const ChunkPointer& chunk) {
                return key < chunk->elements.first().id;
            });
        return std::distance(m_chunks.cbegin(), after) - 1;
    }

    QList<ChunkPointer> m_chunks;
    qsizetype m_size = 0;
};

} // namespace throughline
