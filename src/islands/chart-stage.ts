/** Returns the drawing that the style sheet shows, the narrow or the wide one. */
export function shownDrawing(stage: HTMLElement): SVGSVGElement | null {
  const drawings = [...stage.querySelectorAll<SVGSVGElement>(':scope > svg')];
  return drawings.find((svg) => getComputedStyle(svg).display !== 'none') ?? null;
}

/** Returns which of the two drawings one is. */
export function widthOf(svg: SVGSVGElement): 'narrow' | 'wide' {
  return svg.classList.contains('chart-wide') ? 'wide' : 'narrow';
}
