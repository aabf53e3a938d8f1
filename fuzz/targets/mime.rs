//! Letters that come in, and the talk in which they do.
#![no_main]

use std::io::{self, Cursor, Read, Write};

use libfuzzer_sys::fuzz_target;
use mail::incoming::{Arrived, LETTER_MOST, Mailbox, Taken, converse, open_letter};

struct Said(Cursor<Vec<u8>>);
impl Read for Said {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}
impl Write for Said {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fuzz_target!(|data: &[u8]| {
    if let Ok(opened) = open_letter(data) {
        assert!(opened.calendar.is_none_or(|calendar| calendar.len() <= data.len()));
    }
    let mut take = |one: &Arrived<'_>| {
        assert!(one.bytes.len() <= LETTER_MOST);
        let _ = open_letter(one.bytes);
        Taken::Yes
    };
    let mut says = b"LHLO x\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n".to_vec();
    says.extend_from_slice(data);
    let _ = converse(Said(Cursor::new(says)), &|_| Mailbox::Here, &mut take);
    let _ = converse(Said(Cursor::new(data.to_vec())), &|_| Mailbox::Here, &mut take);
});
