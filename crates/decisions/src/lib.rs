//! How bodies decide: rules of procedure as data, and what they say about a sitting, a vote, an election.

pub mod rules;
mod words;
