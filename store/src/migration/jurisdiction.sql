-- Orders of the city that designate a county (指定管辖): one row with the city and, under the same id, one with the
-- county. Words in capitals are the engine's own, as in the first schema.

create table designation (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    direction SORTED not null check (direction in ('out', 'in')),
    other_id integer not null references bureau (id),
    -- 永商指〔2026〕1号
    number text not null,
    party_name text not null,
    -- What is said to have been done, and where.
    matter text not null,
    reason text not null,
    ordered_on date not null,
    ordered_by text not null,
    primary key (bureau_id, id)
);
create index designation_list on designation (bureau_id, direction, id);

-- Which bureau has filed against a party for an act of a day (行政处罚法 art. 25): asked before another files. It holds
-- no name: the party is a keyed hash of its code or identity number.
create table city_filing (
    party BYTES not null,
    act_on date not null,
    bureau_id integer not null references bureau (id),
    primary key (party, act_on, bureau_id)
) CLUSTERED;
