//! Facts that an act of training needs, by name.

use crate::training::words::words;

words! {
    /// A fact that an act needs.
    Fact {
        Target = "target", "大于零的培训人数", "a target above zero";
        Hours = "hours", "大于零的学时", "hours above zero";
        Capacity = "capacity", "大于零的班额", "a capacity above zero";
        Sessions = "sessions", "课次安排", "a timetable";
        Examiners = "examiners", "两名不同的考评员", "two different examiners";
        /// A correction that differs from what stands.
        Change = "change", "与原记录不同的内容", "something that differs";
        /// The entry that is to be corrected.
        Entry = "entry", "要更正的原记录", "the entry to correct";
    }
}
