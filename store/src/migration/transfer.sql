-- Cases on their way from one bureau of the city to another. A transfer is one row with the sender and, under the same id,
-- one with the receiver: each side lists its own, and no row is ever read across. Words in capitals are the engine's own,
-- as in the first schema.

create table transfer (
    bureau_id integer not null references bureau (id),
    id UUID not null,
    direction SORTED not null check (direction in ('out', 'in')),
    other_id integer not null references bureau (id),
    -- This bureau's own case: the one that was sent, or the one that began with it; none while nothing was accepted.
    case_id UUID,
    -- The sender's event that proposed it.
    proposal integer not null,
    -- The number of the sender's case.
    number text not null,
    -- Who goes, in one line; empty with the receiver when it did not come to stay.
    party_name text not null,
    reason text not null,
    list text not null,
    letter text not null,
    sent_by text not null,
    sent_on date not null,
    -- The last day for the answer.
    due_on date not null,
    -- With the receiver while it is open: what the sender recorded, as JSON.
    bundle text not null,
    -- SHA-256 of the bundle's bytes; stays on both sides.
    bundle_hash BYTES not null,
    state SORTED not null check (state in ('open', 'accepted', 'returned', 'withdrawn')),
    answered_by text not null,
    answered_on date,
    -- Why it was returned or withdrawn.
    answer text not null,
    primary key (bureau_id, id),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id)
);
create index transfer_list on transfer (bureau_id, direction, id);
create index transfer_case on transfer (bureau_id, case_id, id);

-- What came with a case that was taken over: never changed.
create table case_bundle (
    bureau_id integer not null references bureau (id),
    case_id UUID not null,
    transfer_id UUID not null,
    bundle text not null,
    bundle_hash BYTES not null,
    primary key (bureau_id, case_id),
    foreign key (bureau_id, case_id) references "case" (bureau_id, id),
    foreign key (bureau_id, transfer_id) references transfer (bureau_id, id)
);

-- What the city sees of a transfer without an answer: numbers and bureaus, no names. Gone with the answer.
create table city_transfer (
    id UUID not null primary key,
    sender_id integer not null references bureau (id),
    receiver_id integer not null references bureau (id),
    number text not null,
    sent_on date not null,
    due_on date not null
);
create index city_transfer_due on city_transfer (due_on, id);
