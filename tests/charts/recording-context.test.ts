import { describe, expect, it } from 'vitest';
import { RecordingContext } from '../../src/charts/recording-context.ts';

function recorder(): RecordingContext {
  return new RecordingContext({ width: 100, height: 50 });
}

describe('RecordingContext', () => {
  it('writes a path filled and then stroked as one element', () => {
    const ctx = recorder();
    ctx.fillStyle = 'var(--data-1)';
    ctx.strokeStyle = 'var(--ground)';
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.arc(10.04, 20, 4, 0, 2 * Math.PI);
    ctx.closePath();
    ctx.fill();
    ctx.stroke();
    expect(ctx.markup()).toBe(
      '<circle cx="10" cy="20" r="4" fill="var(--data-1)" stroke="var(--ground)" stroke-width="1.5"/>',
    );
  });

  it('keeps stroke and fill apart when the stroke comes first, because the fill then lies over it', () => {
    const ctx = recorder();
    ctx.beginPath();
    ctx.rect(0, 0, 10, 10);
    ctx.stroke();
    ctx.fill();
    expect(ctx.markup()).toBe(
      '<path d="M0 0H10V10H0Z" fill="none" stroke="#000"/><path d="M0 0H10V10H0Z" fill="#000"/>',
    );
  });

  it('does not give a stroke to an earlier fill once the path has grown', () => {
    const ctx = recorder();
    ctx.beginPath();
    ctx.rect(0, 0, 10, 10);
    ctx.fill();
    ctx.rect(20, 0, 10, 10);
    ctx.stroke();
    expect(ctx.markup()).toBe(
      '<path d="M0 0H10V10H0Z" fill="#000"/><path d="M0 0H10V10H0ZM20 0H30V10H20Z" fill="none" stroke="#000"/>',
    );
  });

  it('rounds to one decimal without adding up the error of relative steps', () => {
    const ctx = recorder();
    ctx.beginPath();
    ctx.moveTo(10.04, 10.04);
    for (let step = 1; step <= 4; step += 1) ctx.lineTo(10.04 + step * 1.04, 10.04 + step * 1.04);
    ctx.lineJoin = 'round';
    ctx.stroke();
    // 10.04 + 4 × 1.04 = 14.2: four steps of 1.0 would end at 14.
    expect(ctx.markup()).toContain('d="M10 10l1.1 1.1 1 1 1.1 1.1 1 1"');
  });

  it('applies translate, rotate, scale, save and restore to paths', () => {
    const ctx = recorder();
    ctx.save();
    ctx.translate(50, 20);
    ctx.rotate(Math.PI / 2);
    ctx.scale(2, 2);
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(5, 0);
    ctx.lineWidth = 2;
    ctx.stroke();
    ctx.restore();
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(5, 0);
    ctx.stroke();
    expect(ctx.markup()).toBe(
      '<path d="M50 20V30" fill="none" stroke="#000" stroke-width="4"/><path d="M0 0H5" fill="none" stroke="#000"/>',
    );
  });

  it('writes curves, part arcs and rounded rectangles', () => {
    const ctx = recorder();
    ctx.lineJoin = 'round';
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.quadraticCurveTo(5, 10, 10, 0);
    ctx.bezierCurveTo(12, 5, 18, 5, 20, 0);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(10, 10, 5, 0, Math.PI / 2);
    ctx.stroke();
    ctx.beginPath();
    ctx.roundRect(0, 0, 20, 10, 2);
    ctx.stroke();
    expect(ctx.markup()).toBe(
      '<g fill="none" stroke="#000" stroke-linejoin="round"><path d="M0 0Q5 10 10 0c2 5 8 5 10 0"/><path d="M15 10a5 5 0 0 1 -5 5"/><path d="M2 0H18a2 2 0 0 1 2 2V8a2 2 0 0 1 -2 2H2A2 2 0 0 1 0 8V2A2 2 0 0 1 2 0Z"/></g>',
    );
  });

  it('draws a whole ellipse as two arcs', () => {
    const ctx = recorder();
    ctx.beginPath();
    ctx.ellipse(20, 20, 10, 5, 0, 0, 2 * Math.PI);
    ctx.fill();
    expect(ctx.markup()).toBe('<path d="M30 20A10 5 0 0 1 10 20a10 5 0 0 1 20 0" fill="#000"/>');
  });

  it('writes dashes, caps and the offset', () => {
    const ctx = recorder();
    ctx.setLineDash([2, 6]);
    ctx.lineDashOffset = 1;
    ctx.lineCap = 'round';
    ctx.beginPath();
    ctx.moveTo(0, 5);
    ctx.lineTo(50, 5);
    ctx.stroke();
    expect(ctx.markup()).toBe(
      '<path d="M0 5H50" fill="none" stroke="#000" stroke-linecap="round" stroke-dasharray="2 6" stroke-dashoffset="1"/>',
    );
  });

  it('keeps the sharp mitres of a canvas, which SVG would cut', () => {
    const ctx = recorder();
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(50, 5);
    ctx.lineTo(0, 10);
    ctx.stroke();
    ctx.beginPath();
    ctx.rect(0, 0, 5, 5);
    ctx.stroke();
    const [sharp = '', blunt = ''] = ctx.markup().split('/>');
    expect(sharp).toContain('stroke-miterlimit="10"');
    expect(blunt).not.toContain('miterlimit');
  });

  it('writes opacity and draws nothing in a transparent colour', () => {
    const ctx = recorder();
    ctx.globalAlpha = 0.5;
    ctx.fillRect(0, 0, 5, 5);
    ctx.fillStyle = 'transparent';
    ctx.fillRect(10, 0, 5, 5);
    expect(ctx.markup()).toBe('<path d="M0 0H5V5H0Z" fill="#000" fill-opacity="0.5"/>');
  });

  it('keeps text as it is, escaped, with size, weight and anchor as attributes', () => {
    const ctx = recorder();
    ctx.font = 'normal 700 13px "Noto Sans JP", sans-serif';
    ctx.textAlign = 'center';
    ctx.fillText('目標 <50％> & "可"', 10, 20);
    expect(ctx.markup()).toBe(
      '<text x="10" y="20" fill="#000" font-size="13" font-weight="700" text-anchor="middle">目標 &lt;50％&gt; &amp; &quot;可&quot;</text>',
    );
  });

  it('turns every baseline into a y, below the given one for lines at the top of the text', () => {
    const at = (baseline: CanvasTextBaseline): number => {
      const ctx = recorder();
      ctx.textBaseline = baseline;
      ctx.fillText('あ', 0, 20);
      return Number(/ y="([\d.]+)"/.exec(ctx.markup())?.[1]);
    };
    expect(at('alphabetic')).toBe(20);
    expect(at('top')).toBeGreaterThan(at('middle'));
    expect(at('middle')).toBeGreaterThan(20);
    expect(at('bottom')).toBeLessThan(20);
  });

  it('rotates text about its own place', () => {
    const ctx = recorder();
    ctx.translate(10, 20);
    ctx.rotate(-Math.PI / 2);
    ctx.fillText('年', 0, 0);
    expect(ctx.markup()).toContain('x="10" y="20" transform="rotate(-90 10 20)"');
  });

  it('joins the edge of a text and the text to one element, the edge beneath', () => {
    const ctx = recorder();
    ctx.strokeStyle = 'var(--ground)';
    ctx.lineWidth = 4;
    ctx.lineJoin = 'round';
    ctx.strokeText('50', 1, 2);
    ctx.fillText('50', 1, 2);
    expect(ctx.markup()).toBe(
      '<text x="1" y="2" fill="#000" stroke="var(--ground)" stroke-width="4" stroke-linejoin="round" paint-order="stroke" font-size="10" font-weight="400">50</text>',
    );
  });

  it('groups neighbours painted alike and no others', () => {
    const ctx = recorder();
    ctx.fillRect(0, 0, 1, 1);
    ctx.fillRect(2, 0, 1, 1);
    ctx.fillStyle = 'red';
    ctx.fillRect(4, 0, 1, 1);
    expect(ctx.markup()).toBe(
      '<g fill="#000"><path d="M0 0H1V1H0Z"/><path d="M2 0H3V1H2Z"/></g><path d="M4 0H5V1H4Z" fill="red"/>',
    );
  });

  it('forgets everything when the whole surface is cleared', () => {
    const ctx = recorder();
    ctx.fillRect(0, 0, 5, 5);
    ctx.clearRect(0, 0, 100, 50);
    expect(ctx.markup()).toBe('');
  });

  it('obeys a clip that cuts nothing and refuses drawing across it', () => {
    const ctx = recorder();
    ctx.save();
    ctx.beginPath();
    ctx.rect(0, 0, 40, 20);
    ctx.clip();
    ctx.fillRect(5, 5, 10, 10);
    expect(() => {
      ctx.fillRect(30, 5, 20, 10);
    }).toThrow(/clip/);
    expect(() => {
      ctx.fillText('はみ出す文字', 0, 15);
    }).toThrow(/はみ出す文字.*clip/);
    ctx.restore();
    ctx.fillRect(30, 5, 20, 10);
    expect(ctx.markup()).toBe(
      '<g fill="#000"><path d="M5 5H15V15H5Z"/><path d="M30 5H50V15H30Z"/></g>',
    );
  });

  it('measures text by the table', () => {
    const ctx = recorder();
    ctx.font = '20px sans-serif';
    expect(ctx.measureText('熊本').width).toBe(40);
  });

  it.each<[string, (ctx: RecordingContext) => void]>([
    [
      'drawImage',
      (ctx) => {
        ctx.drawImage();
      },
    ],
    [
      'createLinearGradient',
      (ctx) => {
        ctx.createLinearGradient();
      },
    ],
    [
      'createRadialGradient',
      (ctx) => {
        ctx.createRadialGradient();
      },
    ],
    [
      'createPattern',
      (ctx) => {
        ctx.createPattern();
      },
    ],
    [
      'putImageData',
      (ctx) => {
        ctx.putImageData();
      },
    ],
    [
      'arcTo',
      (ctx) => {
        ctx.arcTo();
      },
    ],
    [
      'clip',
      (ctx) => {
        ctx.beginPath();
        ctx.arc(5, 5, 5, 0, 7);
        ctx.clip();
      },
    ],
    [
      'clearRect',
      (ctx) => {
        ctx.fillRect(0, 0, 5, 5);
        ctx.clearRect(0, 0, 5, 5);
      },
    ],
    [
      'Path2D',
      (ctx) => {
        ctx.fill({});
      },
    ],
    [
      'fill rule',
      (ctx) => {
        ctx.fill('evenodd');
      },
    ],
    [
      'maxWidth',
      (ctx) => {
        ctx.fillText('とても長い文字', 0, 0, 5);
      },
    ],
    [
      'uneven scale',
      (ctx) => {
        ctx.scale(1, 2);
        ctx.fillText('あ', 0, 0);
      },
    ],
    [
      'ellipse',
      (ctx) => {
        ctx.scale(1, 2);
        ctx.arc(0, 0, 5, 0, 7);
      },
    ],
    [
      'roundRect',
      (ctx) => {
        ctx.roundRect(0, 0, 9, 9, [1, 2]);
      },
    ],
    [
      'font',
      (ctx) => {
        ctx.font = 'large serif';
        ctx.fillText('あ', 0, 0);
      },
    ],
    [
      'italic',
      (ctx) => {
        ctx.font = 'italic 12px serif';
        ctx.fillText('あ', 0, 0);
      },
    ],
    [
      'fillStyle',
      (ctx) => {
        Reflect.set(ctx, 'fillStyle', {});
        ctx.fillRect(0, 0, 1, 1);
      },
    ],
    [
      'filter',
      (ctx) => {
        Object.assign(ctx, { filter: 'blur(2px)' });
      },
    ],
    [
      'globalCompositeOperation',
      (ctx) => {
        Object.assign(ctx, { globalCompositeOperation: 'xor' });
      },
    ],
  ])('refuses %s by name instead of dropping it', (name, draw) => {
    expect(() => {
      draw(recorder());
    }).toThrow(name);
  });

  it('refuses coordinates which are not numbers', () => {
    const ctx = recorder();
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(Number.NaN, 5);
    ctx.lineJoin = 'round';
    expect(() => {
      ctx.stroke();
    }).toThrow(RangeError);
  });
});
