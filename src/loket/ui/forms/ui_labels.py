# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'labels.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QHeaderView, QLabel,
    QSizePolicy, QVBoxLayout, QWidget)

from loket.ui.pages.label_plan import SheetPlan
from loket.ui.widgets import (FormRow, Table)

class Ui_LabelsForm(object):
    def setupUi(self, LabelsForm):
        if not LabelsForm.objectName():
            LabelsForm.setObjectName(u"LabelsForm")
        self.outer = QHBoxLayout(LabelsForm)
        self.outer.setSpacing(24)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.layoutRow = FormRow(LabelsForm)
        self.layoutRow.setObjectName(u"layoutRow")

        self.left.addWidget(self.layoutRow)

        self.startRow = FormRow(LabelsForm)
        self.startRow.setObjectName(u"startRow")

        self.left.addWidget(self.startRow)

        self.sheetsLabel = QLabel(LabelsForm)
        self.sheetsLabel.setObjectName(u"sheetsLabel")
        self.sheetsLabel.setProperty(u"role", u"secondary")

        self.left.addWidget(self.sheetsLabel)

        self.queue = Table(LabelsForm)
        self.queue.setObjectName(u"queue")

        self.left.addWidget(self.queue)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)

        self.left.addLayout(self.buttons)

        self.problem = QLabel(LabelsForm)
        self.problem.setObjectName(u"problem")
        self.problem.setProperty(u"role", u"error")

        self.left.addWidget(self.problem)

        self.left.setStretch(3, 1)

        self.outer.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(8)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.planLabel = QLabel(LabelsForm)
        self.planLabel.setObjectName(u"planLabel")
        self.planLabel.setProperty(u"role", u"caption")

        self.right.addWidget(self.planLabel)

        self.plan = SheetPlan(LabelsForm)
        self.plan.setObjectName(u"plan")

        self.right.addWidget(self.plan)

        self.right.setStretch(1, 1)

        self.outer.addLayout(self.right)

        self.outer.setStretch(0, 3)
        self.outer.setStretch(1, 2)

        self.retranslateUi(LabelsForm)

        QMetaObject.connectSlotsByName(LabelsForm)
    # setupUi

    def retranslateUi(self, LabelsForm):
        pass
    # retranslateUi

