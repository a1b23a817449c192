"""The pictures of analysis.ipynb: how they look. What they show is told there, where the tables are made."""
from collections import Counter
from textwrap import wrap

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator

INK, GREY, PALE = "#22303c", "#8a949e", "#e3e7ea"
BLUE, GREEN, OCHRE, RED, LIGHT = "#2f5d8a", "#55a37f", "#d29a2e", "#b5432f", "#9dbbd6"
plt.rcParams.update({
    "font.family": "DejaVu Sans",  # comes with matplotlib, and has Arabic letters
    "text.color": INK, "axes.labelcolor": INK, "xtick.color": GREY, "ytick.color": INK,
    "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False, "axes.edgecolor": GREY,
    "axes.titlesize": 14, "axes.titleweight": "bold", "axes.titlelocation": "left", "axes.titlepad": 14,
    "ytick.left": False, "legend.frameon": False, "figure.dpi": 100, "savefig.dpi": 140, "savefig.bbox": "tight",
})

STATUS = {"occurred": BLUE, "ongoing": GREEN, "planned": LIGHT, "requested": LIGHT, "alleged": OCHRE, "denied": RED}
# What speaks against an event stands left of zero.
AGAINST = ["doubts", "denies"]
STANCES = {"doubts": OCHRE, "denies": RED, "asserts": BLUE, "confirms": GREEN, "declines": GREY}
PRECISIONS = ["day", "month", "season", "approximate", "interval", "year", "no date"]
COUNTRIES = [BLUE, RED, OCHRE, GREEN, "#7a5c8e", "#7f8c3f"]


def short(text, length):
    """The text, cut where it is longer."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def save(figure, path):
    """Shows the picture, and writes it into a file that tells nothing of the machine."""
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Software": None})
    plt.show()


def window(events):
    """The first and last day to draw: those of the middle two thirds, and of what is not far from them."""
    days = sorted(events.earliest.fillna(events.latest))
    low, high = len(days) // 6, len(days) - 1 - len(days) // 6
    while True:
        near = max((days[high] - days[low]) / 6, pd.Timedelta(days=10))
        if low > 0 and days[low] - days[low - 1] <= near:
            low -= 1
        elif high + 1 < len(days) and days[high + 1] - days[high] <= near:
            high += 1
        else:
            break
    inside = events[events.earliest.between(days[low], days[high])]
    return days[low], max([days[high], *inside.latest.dropna()])


def timeline(contacts):
    """A row an event: a dot for a known day, a bar for an interval, an arrow for an open side."""
    first, last = window(contacts)
    span = max(last - first, pd.Timedelta(days=10))
    left, right, stub = first - span * 0.03, last + span * 0.03, span * 0.05
    height = 1.5 + 0.3 * len(contacts)
    figure, axes = plt.subplots(figsize=(11, height))
    for row, event in contacts.iterrows():
        color, start, end = STATUS.get(event.status, GREY), event.earliest, event.latest
        if pd.notna(end) and end < left or pd.notna(start) and start > right:
            before = pd.notna(end) and end < left
            axes.plot(left if before else right, row, "<" if before else ">", color=color, markersize=7, clip_on=False)
        elif pd.isna(start) or pd.isna(end):
            known, to, head = (end, end - stub, "<") if pd.isna(start) else (start, max(start, left) + stub, ">")
            axes.plot([known, to], [row, row], color=color, linewidth=2)
            axes.plot(known, row, "o", color=color, markersize=5)
            axes.plot(to, row, head, color=color, markersize=7)
        elif end - start < span * 0.008:
            axes.plot(start + (end - start) / 2, row, "o" if start == end else "s", color=color, markersize=7)
        else:
            axes.plot([start, end], [row, row], color=color, linewidth=7, solid_capstyle="butt")
        axes.text(1.015, row, f"{event['mode']}, {event.date}", transform=axes.get_yaxis_transform(), va="center",
                  size=9, color=RED if event.contested else GREY)
    axes.set_yticks(range(len(contacts)), contacts.who, size=10)
    axes.set_ylim(len(contacts) - 0.4, -0.6)
    axes.set_xlim(left, right)
    axes.xaxis.set_major_locator(mdates.AutoDateLocator(minticks=4, maxticks=10))
    axes.xaxis.set_major_formatter(mdates.ConciseDateFormatter(axes.xaxis.get_major_locator()))
    axes.grid(color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_title("Contacts, and when they can have been")
    keys = [Line2D([], [], color=color, linewidth=7, label=status) for status, color in STATUS.items()
            if (contacts.status == status).any()]
    shapes = [("o", "a known day"), ("s", "some day between two"), (">", "one side is open")]
    keys += [Line2D([], [], color=GREY, marker=marker, linestyle="", label=label) for marker, label in shapes]
    keys += [Patch(color="none", label="contested")] * int(contacts.contested.any())
    legend = axes.legend(handles=keys, ncols=5, loc="upper left", bbox_to_anchor=(-0.01, -0.4 / height), fontsize=9)
    for text in legend.get_texts():
        text.set_color(RED if text.get_text() == "contested" else INK)
    return figure


def largest(network, most):
    """The network of those who have the most contacts, and of them only who still has one."""
    degree = dict(network.degree(weight="times"))
    kept = network.subgraph(sorted(degree, key=lambda node: (-degree[node], node))[:most])
    nodes = sorted(node for node in kept if kept.degree(node))
    ordered = nx.DiGraph()
    ordered.add_nodes_from((node, kept.nodes[node]) for node in nodes)
    ordered.add_edges_from(sorted(kept.edges(data=True), key=lambda edge: edge[:2]))
    return ordered


def label(one):
    lines = [wrap(name, 24, max_lines=2, placeholder="…") for name in (one["name"], one["name_en"]) if name]
    return "\n".join(line for name in lines for line in name)


def apart(places, boxes):
    """Pushes circles and their labels apart until none covers another. Everything is in points."""
    nodes = sorted(places)
    for _ in range(500):
        moved = False
        for at, one in enumerate(nodes):
            for other in nodes[at + 1:]:
                dx, dy = places[other][0] - places[one][0], places[other][1] - places[one][1]
                over_x = (boxes[one][0] + boxes[other][0]) / 2 - abs(dx)
                over_y = (boxes[one][1] + boxes[other][1]) / 2 - abs(dy)
                if over_x <= 0.1 or over_y <= 0.1:
                    continue
                moved = True
                side, push = (0, over_x / 2 if dx >= 0 else -over_x / 2) if over_x < over_y else (
                    1, over_y / 2 if dy >= 0 else -over_y / 2)
                places[one][side] -= push
                places[other][side] += push
        if not moved:
            break


def layout(network, boxes):
    """Where circles go, in points: each connected part by itself, the largest first, in rows."""
    places, x, y, width, deepest = {}, 0, 0, 900, 0
    for part in sorted(nx.weakly_connected_components(network), key=lambda part: (-len(part), min(part))):
        part = sorted(part)
        graph = nx.Graph()
        graph.add_nodes_from(part)
        graph.add_edges_from(network.subgraph(part).edges)
        spots = nx.kamada_kawai_layout(graph) if len(part) > 2 else dict(zip(part, [(-0.7, 0), (0.7, 0)]))
        wide, high = (max(spot[axis] for spot in spots.values()) - min(spot[axis] for spot in spots.values())
                      for axis in (0, 1))
        x_axis, y_axis = (0, 1) if wide >= high else (1, 0)
        spread = 50 * len(part) ** 0.5
        spots = {node: [1.5 * spread * spots[node][x_axis], spread * spots[node][y_axis]] for node in part}
        apart(spots, boxes)
        left = min(spots[node][0] - boxes[node][0] / 2 for node in part)
        right = max(spots[node][0] + boxes[node][0] / 2 for node in part)
        top = max(spots[node][1] + boxes[node][1] / 2 for node in part)
        bottom = min(spots[node][1] - boxes[node][1] / 2 for node in part)
        if x and x + right - left > width:
            x, y, deepest = 0, y - deepest, 0
        places |= {node: (x + spots[node][0] - left, y + spots[node][1] - top) for node in part}
        x, deepest = x + right - left, max(deepest, top - bottom)
        width = max(width, x)
    return places


def network(network):
    """Circles for actors, lines for contacts, and a label below each circle that covers no other."""
    degree = dict(network.degree(weight="times"))
    radius = {node: 5 + 2.2 * degree[node] ** 0.5 for node in network}
    labels = {node: label(one) for node, one in network.nodes(data=True)}
    boxes = {node: (max(5.6 * max(map(len, text.split("\n"))), 2 * radius[node]) + 16,
                    2 * radius[node] + 13 * (1 + text.count("\n")) + 22) for node, text in labels.items()}
    middles = layout(network, boxes)
    # The circle stands at the top of its box, the label below it.
    places = {node: (x, y + boxes[node][1] / 2 - radius[node] - 8) for node, (x, y) in middles.items()}
    left, right = (side(x + sign * boxes[node][0] / 2 for node, (x, _) in middles.items())
                   for side, sign in [(min, -1), (max, 1)])
    bottom, top = (side(y + sign * boxes[node][1] / 2 for node, (_, y) in middles.items())
                   for side, sign in [(min, -1), (max, 1)])
    countries = sorted(one["country"] for _, one in network.nodes(data=True) if one["country"])
    palette = dict(zip([country for country, _ in Counter(countries).most_common(len(COUNTRIES))], COUNTRIES))
    figure = plt.figure(figsize=((right - left) / 72, (top - bottom) / 72))
    axes = figure.add_axes((0, 0, 1, 1), xlim=(left, right), ylim=(bottom, top))
    axes.axis("off")
    sizes = [(2 * radius[node]) ** 2 for node in network]
    for source, target, edge in network.edges(data=True):
        nx.draw_networkx_edges(
            network, places, [(source, target)], ax=axes, node_size=sizes, width=min(0.7 + 0.6 * edge["times"], 6),
            arrowstyle="-|>" if edge["directed"] else "-", arrowsize=13, connectionstyle="arc3,rad=0.06",
            edge_color=RED if edge["contested"] else "#b4bcc4")
    nx.draw_networkx_nodes(network, places, node_size=sizes, edgecolors="white", ax=axes,
                           node_color=[palette.get(one["country"], GREY) for _, one in network.nodes(data=True)])
    for node, (x, y) in places.items():
        axes.text(x, y - radius[node] - 4, labels[node], ha="center", va="top", size=9, linespacing=1.2,
                  path_effects=[withStroke(linewidth=2.5, foreground="white")])
    axes.set(xlim=(left, right), ylim=(bottom, top))
    axes.set_title("Who is in contact with whom", pad=32)
    keys = [Line2D([], [], marker="o", linestyle="", color=color, label=country) for country, color in palette.items()]
    if any(one["country"] not in palette for _, one in network.nodes(data=True)):
        keys += [Line2D([], [], marker="o", linestyle="", color=GREY, label="others")]
    if any(contested for _, _, contested in network.edges(data="contested")):
        keys += [Line2D([], [], color=RED, label="contested")]
    axes.legend(handles=keys, loc="lower left", bbox_to_anchor=(-0.01, 1), ncols=len(keys), fontsize=9)
    return figure


def sources(table):
    """A row a source; the columns of the table are stances."""
    table = table.reindex(columns=list(STANCES), fill_value=0)
    height = 1.4 + 0.3 * len(table)
    figure, axes = plt.subplots(figsize=(10, height))
    for row, (_, counts) in enumerate(table.iterrows()):
        for sign, stances in [(-1, reversed(AGAINST)), (1, [one for one in STANCES if one not in AGAINST])]:
            start = 0
            for stance in stances:
                axes.barh(row, sign * counts[stance], left=start, color=STANCES[stance], height=0.62)
                start += sign * counts[stance]
    axes.set_yticks(range(len(table)), [short(source, 44) for source in table.index], size=10)
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.axvline(0, color=GREY, linewidth=0.8)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.xaxis.set_major_formatter(lambda value, _: f"{abs(value):.0f}")
    axes.grid(axis="x", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_title("Claims by their source")
    keys = [Patch(color=color, label=stance) for stance, color in STANCES.items() if table[stance].any()]
    axes.legend(handles=keys, ncols=5, loc="upper left", bbox_to_anchor=(-0.01, -0.4 / height), fontsize=9)
    return figure


def months(events):
    """For each month, the weight of events that are known to the month, and of those that are spread over several."""
    sums = {}
    for event in events.itertuples():
        days = pd.date_range(event.earliest, event.latest)
        share = Counter(days.strftime("%Y-%m"))
        for month, count in share.items():
            sums.setdefault(month, [0.0, 0.0])[len(share) > 1] += count / len(days)
    return sums


def dates(events):
    """How many events there are of each precision, and in each month."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 3.6), width_ratios=[1, 2.6])
    counts = events.precision.value_counts().reindex(PRECISIONS, fill_value=0)
    bars = left.barh(counts.index, counts, color=[GREY if name == "no date" else BLUE for name in counts.index])
    left.bar_label(bars, padding=4, color=GREY)
    left.invert_yaxis()
    left.set(xticks=[])
    left.spines["bottom"].set_visible(False)
    left.set_title("Events by precision")
    closed = events[events.earliest.notna() & events.latest.notna()]
    if len(closed):
        first, last = window(closed)
        shown = [f"{month}" for month in pd.period_range(first, last, freq="M")]
        sums = months(closed[(closed.latest >= first) & (closed.earliest <= last)])
        known, spread = ([sums.get(month, (0, 0))[part] for month in shown] for part in (0, 1))
        starts = pd.to_datetime(shown)
        right.bar(starts, known, width=27, align="edge", color=BLUE, label="known to the month")
        right.bar(starts, spread, width=27, align="edge", bottom=known, color=LIGHT, label="spread over its months")
        right.xaxis.set_major_locator(mdates.AutoDateLocator(minticks=3, maxticks=10))
        right.xaxis.set_major_formatter(mdates.ConciseDateFormatter(right.xaxis.get_major_locator()))
        right.grid(axis="y", color=PALE, linewidth=0.8)
        right.set_axisbelow(True)
        right.legend(fontsize=9)
    right.set_title("Events by month")
    right.set_visible(len(closed) > 0)
    figure.tight_layout(w_pad=3)
    return figure


def confidence(events):
    """How many events there are of each confidence."""
    bands = [(0, 60, GREY, "below 60"), (60, 80, LIGHT, "60 to 79"), (80, 101, BLUE, "80 and more")]
    figure, axes = plt.subplots(figsize=(8, 3))
    for low, high, color, title in bands:
        chosen = events.confidence[(events.confidence >= low) & (events.confidence < high)]
        axes.hist(chosen, bins=range(0, 106, 5), color=color, rwidth=0.92, label=f"{title}: {len(chosen)} events")
    axes.yaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set(xlim=(max(0, events.confidence.min() // 5 * 5 - 5), 101), xlabel="confidence in percent")
    axes.grid(axis="y", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_title("Events by confidence")
    axes.legend(fontsize=9, loc="upper left")
    return figure
