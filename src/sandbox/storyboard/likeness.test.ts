/** A picture regression sees what an eye sees: a part that is gone or another colour, not a pixel of rounding. */
import { PNG } from "pngjs";
import { likenessOf } from "./likeness.ts";

type Box = readonly [left: number, top: number, width: number, height: number, shade: number];

function picture(boxes: readonly Box[], height = 160): Buffer {
  const png = new PNG({ width: 320, height });
  png.data.fill(255);
  for (const [left, top, wide, high, shade] of boxes)
    for (let y = top; y < top + high; y++)
      for (let x = left; x < left + wide; x++) png.data.fill(shade, (y * 320 + x) * 4, (y * 320 + x) * 4 + 3);
  return PNG.sync.write(png);
}

const button: Box = [12, 40, 296, 36, 90];

test("the same picture is the same", () => {
  expect(likenessOf(picture([button]), picture([button]))).toEqual({ different: 0 });
});

test("a pixel of rounding is no difference, a button that is gone, moved or pale is", () => {
  const before = picture([button]);
  expect(likenessOf(before, picture([[12, 41, 296, 36, 92]])).different).toBe(0);
  expect(likenessOf(before, picture([])).different).toBeGreaterThan(0.1);
  expect(likenessOf(before, picture([[12, 60, 296, 36, 90]])).different).toBeGreaterThan(0.05);
  expect(likenessOf(before, picture([[12, 40, 296, 36, 150]])).different).toBeGreaterThan(0.1);
});

test("another size is another picture", () => {
  expect(likenessOf(picture([button]), picture([button], 200))).toEqual({ different: 1 });
});
