# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'cases.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QHeaderView,
    QLabel, QScrollArea, QSizePolicy, QVBoxLayout,
    QWidget)

from loket.ui.pages.cases_parts import Sides
from loket.ui.widgets import (Banner, Button, FormRow, IconLabel,
    PageHeader, Table)

class Ui_CasesPage(object):
    def setupUi(self, CasesPage):
        if not CasesPage.objectName():
            CasesPage.setObjectName(u"CasesPage")
        self.outer = QVBoxLayout(CasesPage)
        self.outer.setSpacing(10)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 12, 16, 12)
        self.header = PageHeader(CasesPage)
        self.header.setObjectName(u"header")

        self.outer.addWidget(self.header)

        self.banner = Banner(CasesPage)
        self.banner.setObjectName(u"banner")

        self.outer.addWidget(self.banner)

        self.halves = QHBoxLayout()
        self.halves.setSpacing(20)
        self.halves.setObjectName(u"halves")
        self.list = Table(CasesPage)
        self.list.setObjectName(u"list")

        self.halves.addWidget(self.list)

        self.matter = QFrame(CasesPage)
        self.matter.setObjectName(u"matter")
        self.matter.setProperty(u"role", u"card")
        self.matter_column = QVBoxLayout(self.matter)
        self.matter_column.setSpacing(8)
        self.matter_column.setObjectName(u"matter_column")
        self.matter_column.setContentsMargins(20, 16, 20, 16)
        self.top = QHBoxLayout()
        self.top.setSpacing(8)
        self.top.setObjectName(u"top")
        self.severity_icon = IconLabel(self.matter)
        self.severity_icon.setObjectName(u"severity_icon")

        self.top.addWidget(self.severity_icon)

        self.severity = QLabel(self.matter)
        self.severity.setObjectName(u"severity")
        self.severity.setProperty(u"role", u"heading")
        self.severity.setTextFormat(Qt.TextFormat.PlainText)

        self.top.addWidget(self.severity)

        self.when = QLabel(self.matter)
        self.when.setObjectName(u"when")
        self.when.setProperty(u"role", u"secondary")
        self.when.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignVCenter)
        self.when.setTextFormat(Qt.TextFormat.PlainText)

        self.top.addWidget(self.when)

        self.top.setStretch(2, 1)

        self.matter_column.addLayout(self.top)

        self.question = QLabel(self.matter)
        self.question.setObjectName(u"question")
        self.question.setProperty(u"role", u"lead")
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.question.setWordWrap(True)

        self.matter_column.addWidget(self.question)

        self.scroll = QScrollArea(self.matter)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sides = Sides()
        self.sides.setObjectName(u"sides")
        self.scroll.setWidget(self.sides)

        self.matter_column.addWidget(self.scroll)

        self.supervisor = QLabel(self.matter)
        self.supervisor.setObjectName(u"supervisor")
        self.supervisor.setProperty(u"role", u"secondary")
        self.supervisor.setTextFormat(Qt.TextFormat.PlainText)
        self.supervisor.setWordWrap(True)

        self.matter_column.addWidget(self.supervisor)

        self.choices = QWidget(self.matter)
        self.choices.setObjectName(u"choices")
        self.choices_column = QVBoxLayout(self.choices)
        self.choices_column.setSpacing(8)
        self.choices_column.setObjectName(u"choices_column")
        self.choices_column.setContentsMargins(0, 0, 0, 0)

        self.matter_column.addWidget(self.choices)

        self.value_line = QHBoxLayout()
        self.value_line.setSpacing(8)
        self.value_line.setObjectName(u"value_line")
        self.value = FormRow(self.matter)
        self.value.setObjectName(u"value")

        self.value_line.addWidget(self.value)

        self.save_value = Button(self.matter)
        self.save_value.setObjectName(u"save_value")

        self.value_line.addWidget(self.save_value)

        self.note = FormRow(self.matter)
        self.note.setObjectName(u"note")

        self.value_line.addWidget(self.note)

        self.value_line.setStretch(2, 1)

        self.matter_column.addLayout(self.value_line)

        self.decision = QLabel(self.matter)
        self.decision.setObjectName(u"decision")
        self.decision.setProperty(u"role", u"heading")
        self.decision.setTextFormat(Qt.TextFormat.PlainText)
        self.decision.setWordWrap(True)

        self.matter_column.addWidget(self.decision)

        self.matter_column.setStretch(2, 1)

        self.halves.addWidget(self.matter)

        self.halves.setStretch(0, 10)
        self.halves.setStretch(1, 11)

        self.outer.addLayout(self.halves)

        self.outer.setStretch(2, 1)

        self.retranslateUi(CasesPage)

        QMetaObject.connectSlotsByName(CasesPage)
    # setupUi

    def retranslateUi(self, CasesPage):
        pass
    # retranslateUi

