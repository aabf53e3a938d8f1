//! Turns `data/` into Rust tables: keys, names, centroids and boundaries of the municipalities.
//! A fault in the data stops the build with a sentence; at run time nothing can be missing.
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Arcs and shapes of one TopoJSON file, still quantised.
struct Topology {
    scale: (f64, f64),
    shift: (f64, f64),
    arcs: Vec<Vec<(i32, i32)>>,
    shapes: BTreeMap<String, Shape>,
}

struct Shape {
    name: String,
    city: bool,
    /// Every ring of every polygon; holes count by the even-odd rule, so the nesting is not needed.
    rings: Vec<Vec<i32>>,
}

#[allow(clippy::disallowed_methods, reason = "cargo tells its build scripts this way, and no other")]
fn main() -> Outcome<()> {
    // Asked when it runs: a build folder shared by several checkouts keeps the program of another one.
    let data = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("../../data");
    let names = csv(&data.join("nrw_ags.csv"))?;
    let districts = csv(&data.join("nrw_districts.csv"))?;
    let state = topology(&data.join("nrw-5.topo.json"), "nrw")?;
    let region = topology(&data.join("region-5.topo.json"), "region")?;

    let mut out = String::new();
    out.push_str("pub(crate) static MUNICIPALITIES: &[Municipality] = &[\n");
    for (ags, name) in &names {
        let shape = state.shapes.get(ags).ok_or_else(|| fault(&format!("no boundary for {ags} {name}")))?;
        if shape.name != *name {
            return Err(fault(&format!("{ags} is {name} in the list and {} in the boundaries", shape.name)));
        }
        let (lon, lat) = centroid(&state, shape).ok_or_else(|| fault(&format!("{name} has no area")))?;
        writeln!(
            out,
            "Municipality {{ ags: {ags:?}, name: {name:?}, city: {}, lon: {lon:.5}, lat: {lat:.5} }},",
            shape.city
        )?;
    }
    out.push_str("];\npub(crate) static DISTRICTS: &[(&str, &str)] = &[\n");
    for (key, name) in &districts {
        writeln!(out, "({key:?}, {name:?}),")?;
    }
    out.push_str("];\n");
    write_topology(&mut out, "STATE", &state)?;
    write_topology(&mut out, "REGION", &region)?;

    let folder = std::env::var_os("OUT_DIR").ok_or_else(|| fault("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&folder).join("geo_data.rs"), out)?;
    Ok(())
}

fn fault(text: &str) -> Box<dyn Error> {
    Box::new(io::Error::other(text.to_owned()))
}

/// Two columns with a head line; a name may hold commas when quoted, which none does today.
fn csv(path: &Path) -> Outcome<BTreeMap<String, String>> {
    println!("cargo::rerun-if-changed={}", path.display());
    let mut rows = BTreeMap::new();
    for line in fs::read_to_string(path)?.lines().skip(1).filter(|line| !line.trim().is_empty()) {
        let (key, name) = line.split_once(',').ok_or_else(|| fault(&format!("{}: {line}", path.display())))?;
        if name.contains(['"', ',']) || rows.insert(key.trim().to_owned(), name.trim().to_owned()).is_some() {
            return Err(fault(&format!("{}: quoted or double: {line}", path.display())));
        }
    }
    Ok(rows)
}

fn topology(path: &Path, object: &str) -> Outcome<Topology> {
    println!("cargo::rerun-if-changed={}", path.display());
    let value: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let bad = |what: &str| fault(&format!("{}: {what}", path.display()));
    let pair = |value: &Value| Some((value.get(0)?.as_f64()?, value.get(1)?.as_f64()?));
    let transform = &value["transform"];
    let (Some(scale), Some(shift)) = (pair(&transform["scale"]), pair(&transform["translate"])) else {
        return Err(bad("no transform"));
    };
    let mut arcs = Vec::new();
    for arc in value["arcs"].as_array().ok_or_else(|| bad("no arcs"))? {
        // Each point is the step from the one before.
        let (mut x, mut y) = (0_i32, 0_i32);
        let mut points = Vec::new();
        for step in arc.as_array().ok_or_else(|| bad("an arc is no list"))? {
            let (Some(dx), Some(dy)) = (integer(&step[0]), integer(&step[1])) else {
                return Err(bad("an arc has odd points"));
            };
            (x, y) = (x + dx, y + dy);
            points.push((x, y));
        }
        if points.len() < 2 {
            return Err(bad("an arc with fewer than two points"));
        }
        arcs.push(points);
    }
    let mut shapes = BTreeMap::new();
    for geometry in value["objects"][object]["geometries"].as_array().ok_or_else(|| bad("no geometries"))? {
        let properties = &geometry["properties"];
        let (Some(ags), Some(name)) = (properties["ags"].as_str(), properties["name"].as_str()) else {
            return Err(bad("a shape without key"));
        };
        let list = geometry["arcs"].as_array().ok_or_else(|| bad("a shape without arcs"))?;
        let mut rings = Vec::new();
        if geometry["type"] == "MultiPolygon" {
            for polygon in list {
                rings.extend(ring_list(polygon, arcs.len()).ok_or_else(|| bad(name))?);
            }
        } else {
            rings.extend(ring_list(&geometry["arcs"], arcs.len()).ok_or_else(|| bad(name))?);
        }
        let city = properties["bez"].as_str().is_some_and(|kind| kind.to_lowercase().contains("stadt"));
        shapes.insert(ags.to_owned(), Shape { name: name.to_owned(), city, rings });
    }
    Ok(Topology { scale, shift, arcs, shapes })
}

fn integer(value: &Value) -> Option<i32> {
    i32::try_from(value.as_i64()?).ok()
}

/// The rings of one polygon; an index that names no arc is a fault.
fn ring_list(polygon: &Value, arcs: usize) -> Option<Vec<Vec<i32>>> {
    let mut rings = Vec::new();
    for ring in polygon.as_array()? {
        let ring = ring.as_array()?.iter().map(integer).collect::<Option<Vec<_>>>()?;
        for index in &ring {
            let plain = usize::try_from(if *index < 0 { !index } else { *index }).ok()?;
            if plain >= arcs {
                return None;
            }
        }
        rings.push(ring);
    }
    Some(rings)
}

/// Centre of gravity of the largest ring, in degrees: the place where a label stands best.
fn centroid(topology: &Topology, shape: &Shape) -> Option<(f64, f64)> {
    let mut best = (0.0_f64, (0.0, 0.0));
    for ring in &shape.rings {
        let mut points: Vec<(f64, f64)> = Vec::new();
        for index in ring {
            let arc = topology.arcs.get(usize::try_from(if *index < 0 { !index } else { *index }).ok()?)?;
            let place = |(x, y): &(i32, i32)| {
                (
                    f64::from(*x) * topology.scale.0 + topology.shift.0,
                    f64::from(*y) * topology.scale.1 + topology.shift.1,
                )
            };
            if *index < 0 {
                points.extend(arc.iter().rev().map(place));
            } else {
                points.extend(arc.iter().map(place));
            }
        }
        // Near the origin the sums keep their digits.
        let (ox, oy) = *points.first()?;
        let (mut area, mut cx, mut cy) = (0.0, 0.0, 0.0);
        for (a, b) in points.iter().zip(points.iter().cycle().skip(1)) {
            let (ax, ay, bx, by) = (a.0 - ox, a.1 - oy, b.0 - ox, b.1 - oy);
            let cross = ax * by - bx * ay;
            area += cross;
            cx += (ax + bx) * cross;
            cy += (ay + by) * cross;
        }
        if area.abs() > best.0 {
            best = (area.abs(), (ox + cx / (3.0 * area), oy + cy / (3.0 * area)));
        }
    }
    (best.0 > 0.0).then_some(best.1)
}

fn write_topology(out: &mut String, name: &str, topology: &Topology) -> Outcome<()> {
    let (scale, shift) = (topology.scale, topology.shift);
    writeln!(
        out,
        "pub(crate) static {name}: Topology = Topology {{ scale: ({:?}, {:?}), shift: ({:?}, {:?}), arcs: &[",
        scale.0, scale.1, shift.0, shift.1
    )?;
    for arc in &topology.arcs {
        writeln!(out, "&{arc:?},")?;
    }
    out.push_str("], shapes: &[\n");
    for (ags, shape) in &topology.shapes {
        write!(out, "({ags:?}, &[")?;
        for ring in &shape.rings {
            write!(out, "&{ring:?}, ")?;
        }
        out.push_str("]),\n");
    }
    out.push_str("] };\n");
    Ok(())
}
