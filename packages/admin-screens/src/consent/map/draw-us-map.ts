import { geoAlbersUsa, geoMercator, geoPath, type GeoProjection } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlasJson from "us-atlas/states-10m.json" with { type: "json" };
import { placeOfFips } from "./place-of-fips.ts";

type States = GeometryCollection<{ readonly name: string }>;

/** A rectangle in the map's own units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One state or territory as it is drawn. */
export interface DrawnPlace {
  readonly place: string;
  /** Its outline as an SVG path. */
  readonly outline: string;
  /** Where it is: its label stands here, and the arrow keys go by it. */
  readonly at: readonly [x: number, y: number];
  /** A labelled box beside the map, for what is too small to point at; or the frame of a far territory. */
  readonly box: Box | undefined;
}

/** The United States with every territory, in one picture. */
export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly places: readonly DrawnPlace[];
  /** The lines between states, drawn over their colours. */
  readonly borders: string;
}

/** The country as a whole fills this much; boxes stand to the right of it, far territories below. */
const country = { width: 975, height: 610 } as const;
const small = ["US-VT", "US-NH", "US-MA", "US-RI", "US-CT", "US-NJ", "US-DE", "US-MD", "US-DC"];
const far = ["US-PR", "US-VI", "US-GU", "US-MP", "US-AS"];

/** Labels that do not fit on the middle of their state are moved to where its land is wide. */
const moved: Readonly<Record<string, readonly [number, number]>> = {
  "US-CA": [-10, 6],
  "US-FL": [22, 4],
  "US-HI": [10, -6],
  "US-ID": [2, 26],
  "US-KY": [10, 2],
  "US-LA": [-12, -2],
  "US-MI": [18, 34],
  "US-NY": [4, 0],
  "US-OK": [12, 0],
  "US-VA": [12, 6],
  "US-WV": [-5, 5],
};

/**
 * Draws the map from the Census Bureau's outlines as the package `us-atlas` carries them. The five territories lie
 * oceans away: each has a frame of its own below the country, with its real outline at its own scale.
 */
export function drawUsMap(): DrawnMap {
  // The file is typed by what is in it, letter for letter; this is what it means.
  const atlas = atlasJson as unknown as Topology<{ readonly states: States }>;
  const projection = geoAlbersUsa().scale(1300).translate([487.5, 305]);
  const shapes = feature(atlas, atlas.objects.states).features;
  const places = shapes.flatMap((shape): DrawnPlace[] => {
    const place = placeOfFips(String(shape.id));
    if (place === undefined) return [];
    const frame = frameOf(place);
    const path = geoPath(frame === undefined ? projection : within(frame, geoMercator(), shape)).digits(1);
    const outline = path(shape);
    if (outline === null) return [];
    const [x, y] = frame === undefined ? path.centroid(shape) : [frame.x + frame.width / 2, frame.y + 30];
    const [right, down] = moved[place] ?? [0, 0];
    return [{ place, outline, at: [x + right, y + down], box: frame ?? boxOf(place) }];
  });
  const inner = mesh(atlas, atlas.objects.states, (a, b) => a !== b);
  const borders = geoPath(projection).digits(1)(inner) ?? "";
  return { width: 1070, height: 724, places: places.toSorted((a, b) => (a.place < b.place ? -1 : 1)), borders };
}

function frameOf(place: string): Box | undefined {
  const nth = far.indexOf(place);
  return nth === -1 ? undefined : { x: 12 + nth * 132, y: country.height + 24, width: 118, height: 84 };
}

function boxOf(place: string): Box | undefined {
  const nth = small.indexOf(place);
  return nth === -1 ? undefined : { x: country.width + 38, y: 150 + nth * 34, width: 50, height: 28 };
}

/** Room for the label is left at the frame's foot. */
function within(
  { x, y, width, height }: Box,
  projection: GeoProjection,
  shape: Parameters<GeoProjection["fitExtent"]>[1],
) {
  const [top, foot] = [y + 10, y + height - 26];
  return projection.fitExtent(
    [
      [x + 10, top],
      [x + width - 10, foot],
    ],
    shape,
  );
}
