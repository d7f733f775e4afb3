package dev.linnet.cli.spikes;

/** The colours and letters of a {@link SpikePlot}, light and dark by the reader's system; those of the console. */
final class PlotStyle {
    static final String CSS = """
            <style>
            text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; fill: #1d1c1a; }
            .paper { fill: #faf9f6; }
            .head { font-size: 20px; font-weight: 600; }
            .dim { fill: #67645d; }
            .end { text-anchor: end; }
            .middle { text-anchor: middle; }
            .grid { stroke: #e5e2da; }
            .band { fill: #974700; opacity: 0.16; }
            .area { fill: #0b6b5c; opacity: 0.14; }
            .line { fill: none; stroke: #0b6b5c; stroke-width: 1.2; stroke-linejoin: round; }
            .usual { fill: none; stroke: #67645d; stroke-dasharray: 5 4; }
            .mark { fill: #974700; }
            .number { fill: #ffffff; font-size: 10.5px; font-weight: 600; text-anchor: middle; }
            @media (prefers-color-scheme: dark) {
              text { fill: #ecebe5; }
              .paper { fill: #151513; }
              .dim { fill: #a5a298; }
              .grid { stroke: #34332e; }
              .band { fill: #f0ac6b; opacity: 0.22; }
              .area { fill: #62cbb6; opacity: 0.2; }
              .line { stroke: #62cbb6; }
              .usual { stroke: #a5a298; }
              .mark { fill: #f0ac6b; }
              .number { fill: #151513; }
            }
            </style>
            """;

    private PlotStyle() {}
}
