// Draws the charts of a page: each from the JSON that stands in its figure, whose
// table says the same without it. Colours are the page's custom properties, so that
// light, dark and print follow without drawing anew.
import { init, use } from "echarts/core";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const text = { color: "var(--soft)", fontSize: 13, fontFamily: getComputedStyle(document.body).fontFamily };
const greys = ["var(--grey)", "var(--chart-past2)", "var(--chart-past3)"];

function strokes(line, past) {
  if (line.role === "now") return { color: "var(--accent)", width: 2.5 };
  if (line.role === "target") return { color: "var(--ink)", width: 1.5, type: [6, 4] };
  return { color: greys[Math.min(past, greys.length - 1)], width: 1.5 };
}

// series are those that draw a line; a band is two lines, of which the upper one
// stands on the lower one.
function series(line, past) {
  const name = line.name;
  if (line.role === "band") {
    const lower = { type: "line", name, data: line.values, stack: name, stackStrategy: "all", symbol: "none", lineStyle: { opacity: 0 }, silent: true };
    const span = line.values.map((v, i) => (v === null || line.upper[i] === null ? null : line.upper[i] - v));
    return [lower, { ...lower, data: span, areaStyle: { color: "var(--accent)", opacity: 0.18 }, itemStyle: { color: "var(--chart-band)" } }];
  }
  const stroke = strokes(line, past);
  if (line.bars) return [{ type: "bar", name, data: line.values, barMaxWidth: 36, itemStyle: { color: stroke.color } }];
  return [{
    type: "line", name, data: line.values, connectNulls: line.role === "target", lineStyle: stroke, itemStyle: { color: stroke.color },
    symbol: line.role === "target" ? "none" : "circle", symbolSize: line.role === "now" ? 7 : 5, z: line.role === "now" ? 4 : 3,
  }];
}

// told is what a line says at a position: as printed.
function told(line, at) {
  if (line.role !== "band") return line.texts[at];
  return line.values[at] === null ? "" : `${line.values[at]}–${line.upper[at]}`;
}

function tip(data) {
  return (points) => {
    const at = points[0].dataIndex;
    const lines = data.lines.filter((l) => told(l, at)).map((l) => `${l.name}  ${told(l, at)}`);
    return [data.along[at], ...lines].join("\n");
  };
}

// key is a line's entry in the legend; that of a target is dashed.
const key = (line) => ({ name: line.name, icon: line.role === "target" ? "path://M0,4h8v2h-8z M12,4h8v2h-8z" : undefined });

function options(data) {
  let past = 0;
  const all = data.lines.flatMap((line) => series(line, line.role === "past" ? past++ : 0));
  const bars = data.lines.some((l) => l.bars);
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: 16, top: 40, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: { top: 0, left: 0, itemWidth: 24, itemHeight: 10, itemGap: 20, textStyle: text, data: data.lines.map(key) },
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true, formatter: tip(data), backgroundColor: "var(--paper)", borderColor: "var(--grey)",
      textStyle: { ...text, color: "var(--ink)" }, axisPointer: { type: "line", lineStyle: { color: "var(--grey)" } }, shadowBlur: 0,
    },
    xAxis: { type: "category", data: data.along, boundaryGap: bars, axisLabel: text, axisTick: { show: false }, axisLine: { lineStyle: { color: "var(--grey)" } } },
    yAxis: { type: "value", scale: !bars, axisLabel: text, splitNumber: 4, splitLine: { lineStyle: { color: "var(--line)" } } },
    series: all,
  };
}

function draw(figure) {
  const source = figure.querySelector("script[type='application/json']");
  const at = figure.querySelector(".drawing");
  if (!source || !at) return;
  at.hidden = false;
  at.setAttribute("role", "img");
  at.setAttribute("aria-label", figure.querySelector("figcaption").textContent);
  const chart = init(at, null, { renderer: "svg" });
  chart.setOption(options(JSON.parse(source.textContent)));
  new ResizeObserver(() => at.clientWidth > 100 && chart.resize()).observe(at); // smaller: it is on its way to another size
}

document.querySelectorAll("figure.chart").forEach(draw);
