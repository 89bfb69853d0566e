"""Decoration of cards: rectangles, ellipses, polygons, the kawung pattern, and the figure where a photo is missing."""

from __future__ import annotations

import math

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from loket.reports.card_design import Shape
from loket.reports.pdf import points


def draw_shape(canvas: Canvas, shape: Shape, top_pt: float) -> None:
    """Fill and outline a shape on a card `top_pt` high; nothing where it has neither colour."""
    has_line = bool(shape.line and shape.line_mm)
    if not shape.fill and not has_line:
        return
    if shape.fill:
        canvas.setFillColor(shape.fill)
    if has_line:
        canvas.setStrokeColor(shape.line)
        canvas.setLineWidth(points(shape.line_mm))
    left, width, height = points(shape.x_mm), points(shape.w_mm), points(shape.h_mm)
    bottom = top_pt - points(shape.y_mm) - height
    path = canvas.beginPath()
    match shape.shape:
        case "ellipse":
            path.ellipse(left, bottom, width, height)
        case "polygon":
            _polygon(path, shape, left, bottom, width, height)
        case "kawung":
            _kawung(canvas, shape, left, bottom, width, height)
            return
        case _:
            radius = min(points(shape.radius_mm), width / 2, height / 2)
            path.roundRect(left, bottom, width, height, radius) if radius else path.rect(left, bottom, width, height)
    canvas.drawPath(path, stroke=int(has_line), fill=int(bool(shape.fill)))


def _polygon(path: PDFPathObject, shape: Shape, left: float, bottom: float, width: float, height: float) -> None:
    for number, (x, y) in enumerate(shape.points):
        place = (left + x * width, bottom + (1 - y) * height)
        path.moveTo(*place) if number == 0 else path.lineTo(*place)
    path.close()


def _kawung(canvas: Canvas, shape: Shape, left: float, bottom: float, width: float, height: float) -> None:
    """Four petals around each crossing of a grid and small diamonds between, as on kawung cloth; cut at the box."""
    step = points(shape.step_mm)
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(left, bottom, width, height)
    canvas.clipPath(clip, stroke=0, fill=0)
    path = canvas.beginPath()
    columns, rows = math.ceil(width / step) + 1, math.ceil(height / step) + 1
    x0, y0 = left + (width % step) / 2 - step, bottom + (height % step) / 2 - step
    for column in range(columns + 1):
        for row in range(rows + 1):
            _flower(path, x0 + column * step, y0 + row * step, step)
    canvas.drawPath(path, stroke=int(bool(shape.line and shape.line_mm)), fill=int(bool(shape.fill)))
    canvas.restoreState()


def _flower(path: PDFPathObject, x: float, y: float, step: float) -> None:
    for dx, dy in ((1, 1), (1, -1), (-1, 1), (-1, -1)):
        _petal(path, x, y, dx * step / 2, dy * step / 2)
    half = step * 0.09
    cx, cy = x + step / 2, y
    for px, py in ((cx, cy), (x, y + step / 2)):
        path.moveTo(px - half, py)
        path.lineTo(px, py + half)
        path.lineTo(px + half, py)
        path.lineTo(px, py - half)
        path.close()


def _petal(path: PDFPathObject, x: float, y: float, dx: float, dy: float) -> None:
    """A lens from near the crossing to the middle of its field; its two sides bow outwards."""
    ax, ay, bx, by = x + dx * 0.12, y + dy * 0.12, x + dx * 0.92, y + dy * 0.92
    bow_x, bow_y = -(by - ay) * 0.42, (bx - ax) * 0.42
    path.moveTo(ax, ay)
    for sign in (1, -1):
        start, end = ((ax, ay), (bx, by)) if sign == 1 else ((bx, by), (ax, ay))
        third = ((end[0] - start[0]) * 0.25, (end[1] - start[1]) * 0.25)
        path.curveTo(
            start[0] + third[0] + sign * bow_x,
            start[1] + third[1] + sign * bow_y,
            end[0] - third[0] + sign * bow_x,
            end[1] - third[1] + sign * bow_y,
            *end,
        )
    path.close()


def figure(canvas: Canvas, left: float, bottom: float, width: float, height: float, ground: str, colour: str) -> None:
    """Head and shoulders in two quiet tones. The caller has clipped to the box."""
    canvas.setFillColor(ground)
    canvas.rect(left, bottom, width, height, stroke=0, fill=1)
    canvas.setFillColor(colour)
    middle, unit = left + width / 2, min(width, height * 0.75)
    canvas.circle(middle, bottom + height * 0.60, unit * 0.20, stroke=0, fill=1)
    canvas.ellipse(
        middle - unit * 0.37, bottom - height * 0.28, middle + unit * 0.37, bottom + height * 0.34, stroke=0, fill=1
    )
