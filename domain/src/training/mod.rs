//! Training for work elsewhere (劳务输出培训).

pub mod roll;
