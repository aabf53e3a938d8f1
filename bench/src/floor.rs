//! What could not be faster: a bare handler after one indexed read, and a bare flush to disk.

use std::{
    fs::File,
    io::{Seek, Write},
    path::Path,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::{Router, routing::get};

/// Serves so many bytes at `/` on a free port, which it prints, after one indexed read of the world.
pub fn serve(file: &Path, bytes: usize) -> Result<(), String> {
    let conn = rusqlite::Connection::open(file).map_err(|e| e.to_string())?;
    let conn = Arc::new(Mutex::new(conn));
    let body: Arc<str> = "x".repeat(bytes).into();
    let page = move || {
        let (conn, body) = (Arc::clone(&conn), Arc::clone(&body));
        async move {
            let found = conn.lock().ok().and_then(|c| {
                c.prepare_cached("SELECT value FROM counter WHERE name = 'event'")
                    .and_then(|mut s| s.query_row([], |r| r.get::<_, i64>(0)))
                    .ok()
            });
            (
                [("content-type", "text/html; charset=utf-8"), ("cache-control", "no-cache")],
                if found.is_some() { body.to_string() } else { String::new() },
            )
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|e| e.to_string())?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.map_err(|e| e.to_string())?;
        println!("{}", listener.local_addr().map_err(|e| e.to_string())?);
        axum::serve(listener, Router::new().route("/", get(page))).await.map_err(|e| e.to_string())
    })
}

/// Appends and flushes 4 KiB again and again; prints how often a second.
pub fn fsync(folder: &Path, time: Duration) -> Result<(), String> {
    let path = folder.join("fsync.tmp");
    let mut file = File::create(&path).map_err(|e| e.to_string())?;
    let (block, begun, mut count) = ([7_u8; 4096], Instant::now(), 0_u32);
    while begun.elapsed() < time {
        if count % 1000 == 999 {
            file.rewind().map_err(|e| e.to_string())?;
        }
        file.write_all(&block).and_then(|()| file.sync_data()).map_err(|e| e.to_string())?;
        count += 1;
    }
    println!("{:.0}", f64::from(count) / begun.elapsed().as_secs_f64());
    std::fs::remove_file(path).map_err(|e| e.to_string())
}
