// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { notAssessedWords, type Rating } from "../../src/domain/session/answer.ts";
import { RatingControl, toneOf } from "../../src/ui/parts/RatingControl.tsx";

const scale = {
  points: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Label ${value}`, meaning: `Meaning ${value}.` })),
};

function Rated({ first = null }: { readonly first?: Rating | null }) {
  const [rating, setRating] = useState<Rating | null>(first);
  return (
    <>
      <RatingControl
        scale={scale}
        reasonWords={notAssessedWords}
        rating={rating}
        label="Plan"
        name="plan"
        onRate={setRating}
      />
      <output>{String(rating)}</output>
    </>
  );
}

test("a click rates, a second click on the same point takes it back", async () => {
  const user = userEvent.setup();
  render(<Rated />);
  await user.click(screen.getByRole("radio", { name: "4: Label 4" }));
  expect(screen.getByRole("status")).toHaveTextContent("4");
  await user.click(screen.getByRole("radio", { name: "4: Label 4" }));
  expect(screen.getByRole("status")).toHaveTextContent("null");
});

test("not assessed keeps its reason, and takes the place of a point", async () => {
  const user = userEvent.setup();
  render(<Rated first={3} />);
  await user.selectOptions(screen.getByRole("combobox", { name: "Not assessed: Plan" }), "not enough signal");
  expect(screen.getByRole("status")).toHaveTextContent("noEvidence");
  expect(screen.queryByRole("radio", { checked: true })).toBeNull();
  await user.selectOptions(screen.getByRole("combobox", { name: "Not assessed: Plan" }), "not assessed…");
  expect(screen.getByRole("status")).toHaveTextContent("null");
});

test("a scale of four uses the same ends of the colours as one of five", () => {
  expect([0, 1, 2, 3].map((index) => toneOf(index, 4))).toEqual([1, 2, 4, 5]);
  expect([0, 1, 2, 3, 4].map((index) => toneOf(index, 5))).toEqual([1, 2, 3, 4, 5]);
});
