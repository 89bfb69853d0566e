# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recap_report.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QListWidget, QListWidgetItem,
    QPushButton, QSizePolicy, QSpacerItem, QStackedWidget,
    QVBoxLayout, QWidget)

from loket.ui.pages.period_chooser import PeriodChooser
from loket.ui.pages.recap_report_charts import ChartColumns
from loket.ui.widgets import (Busy, Card, ElidedLabel, EmptyState,
    IconLabel, Segmented, Table)

class Ui_RecapReport(object):
    def setupUi(self, RecapReport):
        if not RecapReport.objectName():
            RecapReport.setObjectName(u"RecapReport")
        self.outer = QVBoxLayout(RecapReport)
        self.outer.setSpacing(8)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.asked = QHBoxLayout()
        self.asked.setSpacing(12)
        self.asked.setObjectName(u"asked")
        self.asked.setContentsMargins(0, 0, 0, 0)
        self.period = PeriodChooser(RecapReport)
        self.period.setObjectName(u"period")

        self.asked.addWidget(self.period)

        self.spacer1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.asked.addItem(self.spacer1)

        self.saving = QHBoxLayout()
        self.saving.setSpacing(8)
        self.saving.setObjectName(u"saving")
        self.saving.setContentsMargins(0, 0, 0, 0)

        self.asked.addLayout(self.saving)


        self.outer.addLayout(self.asked)

        self.told = QHBoxLayout()
        self.told.setSpacing(16)
        self.told.setObjectName(u"told")
        self.told.setContentsMargins(0, 0, 0, 0)
        self.reach = Segmented(RecapReport)
        self.reach.setObjectName(u"reach")

        self.told.addWidget(self.reach)

        self.line = QStackedWidget(RecapReport)
        self.line.setObjectName(u"line")
        self.statePage = QWidget()
        self.statePage.setObjectName(u"statePage")
        self.stateRow = QHBoxLayout(self.statePage)
        self.stateRow.setSpacing(8)
        self.stateRow.setObjectName(u"stateRow")
        self.stateRow.setContentsMargins(0, 0, 0, 0)
        self.stateSign = IconLabel(self.statePage)
        self.stateSign.setObjectName(u"stateSign")

        self.stateRow.addWidget(self.stateSign)

        self.state = ElidedLabel(self.statePage)
        self.state.setObjectName(u"state")

        self.stateRow.addWidget(self.state)

        self.missing = QPushButton(self.statePage)
        self.missing.setObjectName(u"missing")
        self.missing.setProperty(u"role", u"quiet")
        self.missing.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.stateRow.addWidget(self.missing)

        self.stateRow.setStretch(1, 1)
        self.line.addWidget(self.statePage)
        self.busyPage = QWidget()
        self.busyPage.setObjectName(u"busyPage")
        self.busyRow = QHBoxLayout(self.busyPage)
        self.busyRow.setSpacing(0)
        self.busyRow.setObjectName(u"busyRow")
        self.busyRow.setContentsMargins(0, 0, 0, 0)
        self.busy = Busy(self.busyPage)
        self.busy.setObjectName(u"busy")

        self.busyRow.addWidget(self.busy)

        self.line.addWidget(self.busyPage)

        self.told.addWidget(self.line)

        self.told.setStretch(1, 1)

        self.outer.addLayout(self.told)

        self.tiles = QWidget(RecapReport)
        self.tiles.setObjectName(u"tiles")
        self.tilesRow = QHBoxLayout(self.tiles)
        self.tilesRow.setSpacing(10)
        self.tilesRow.setObjectName(u"tilesRow")
        self.tilesRow.setContentsMargins(0, 0, 0, 0)

        self.outer.addWidget(self.tiles)

        self.body = QHBoxLayout()
        self.body.setSpacing(12)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.sections = QListWidget(RecapReport)
        self.sections.setObjectName(u"sections")

        self.body.addWidget(self.sections)

        self.charts = ChartColumns(RecapReport)
        self.charts.setObjectName(u"charts")

        self.body.addWidget(self.charts)

        self.panel = Card(RecapReport)
        self.panel.setObjectName(u"panel")
        self.panelColumn = QVBoxLayout(self.panel)
        self.panelColumn.setSpacing(0)
        self.panelColumn.setObjectName(u"panelColumn")
        self.panelColumn.setContentsMargins(12, 10, 12, 10)
        self.panelStack = QStackedWidget(self.panel)
        self.panelStack.setObjectName(u"panelStack")
        self.panelIdle = QWidget()
        self.panelIdle.setObjectName(u"panelIdle")
        self.idleColumn = QVBoxLayout(self.panelIdle)
        self.idleColumn.setSpacing(0)
        self.idleColumn.setObjectName(u"idleColumn")
        self.idleColumn.setContentsMargins(0, 0, 0, 0)
        self.idle = EmptyState(self.panelIdle)
        self.idle.setObjectName(u"idle")

        self.idleColumn.addWidget(self.idle)

        self.panelStack.addWidget(self.panelIdle)
        self.panelRows = QWidget()
        self.panelRows.setObjectName(u"panelRows")
        self.rowsColumn = QVBoxLayout(self.panelRows)
        self.rowsColumn.setSpacing(8)
        self.rowsColumn.setObjectName(u"rowsColumn")
        self.rowsColumn.setContentsMargins(0, 0, 0, 0)
        self.rowsHead = QHBoxLayout()
        self.rowsHead.setSpacing(8)
        self.rowsHead.setObjectName(u"rowsHead")
        self.rowsHead.setContentsMargins(0, 0, 0, 0)
        self.rowsWords = QVBoxLayout()
        self.rowsWords.setSpacing(0)
        self.rowsWords.setObjectName(u"rowsWords")
        self.rowsWords.setContentsMargins(0, 0, 0, 0)
        self.rowsTitle = ElidedLabel(self.panelRows)
        self.rowsTitle.setObjectName(u"rowsTitle")
        self.rowsTitle.setProperty(u"role", u"heading")

        self.rowsWords.addWidget(self.rowsTitle)

        self.rowsTable = ElidedLabel(self.panelRows)
        self.rowsTable.setObjectName(u"rowsTable")
        self.rowsTable.setProperty(u"role", u"secondary")

        self.rowsWords.addWidget(self.rowsTable)


        self.rowsHead.addLayout(self.rowsWords)

        self.closeRows = QPushButton(self.panelRows)
        self.closeRows.setObjectName(u"closeRows")
        self.closeRows.setProperty(u"role", u"bare")

        self.rowsHead.addWidget(self.closeRows)

        self.rowsHead.setStretch(0, 1)

        self.rowsColumn.addLayout(self.rowsHead)

        self.rows = Table(self.panelRows)
        self.rows.setObjectName(u"rows")

        self.rowsColumn.addWidget(self.rows)

        self.rowsFoot = QHBoxLayout()
        self.rowsFoot.setSpacing(8)
        self.rowsFoot.setObjectName(u"rowsFoot")
        self.rowsFoot.setContentsMargins(0, 0, 0, 0)
        self.rowsNote = ElidedLabel(self.panelRows)
        self.rowsNote.setObjectName(u"rowsNote")
        self.rowsNote.setProperty(u"role", u"caption")

        self.rowsFoot.addWidget(self.rowsNote)

        self.rowsSaving = QHBoxLayout()
        self.rowsSaving.setSpacing(8)
        self.rowsSaving.setObjectName(u"rowsSaving")
        self.rowsSaving.setContentsMargins(0, 0, 0, 0)

        self.rowsFoot.addLayout(self.rowsSaving)

        self.rowsFoot.setStretch(0, 1)

        self.rowsColumn.addLayout(self.rowsFoot)

        self.rowsColumn.setStretch(1, 1)
        self.panelStack.addWidget(self.panelRows)

        self.panelColumn.addWidget(self.panelStack)


        self.body.addWidget(self.panel)

        self.body.setStretch(1, 6)
        self.body.setStretch(2, 5)

        self.outer.addLayout(self.body)

        self.outer.setStretch(3, 1)

        self.retranslateUi(RecapReport)

        QMetaObject.connectSlotsByName(RecapReport)
    # setupUi

    def retranslateUi(self, RecapReport):
        pass
    # retranslateUi

