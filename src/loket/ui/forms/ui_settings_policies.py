# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_policies.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QGridLayout, QHBoxLayout,
    QHeaderView, QLabel, QScrollArea, QSizePolicy,
    QSpacerItem, QTableWidget, QTableWidgetItem, QVBoxLayout,
    QWidget)

from loket.ui.pages.settings_parts import (Choice, Day)
from loket.ui.widgets import Button

class Ui_PoliciesSection(object):
    def setupUi(self, PoliciesSection):
        if not PoliciesSection.objectName():
            PoliciesSection.setObjectName(u"PoliciesSection")
        self.outer = QHBoxLayout(PoliciesSection)
        self.outer.setSpacing(20)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(10)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.matrix = QTableWidget(PoliciesSection)
        self.matrix.setObjectName(u"matrix")

        self.left.addWidget(self.matrix)

        self.legend = QLabel(PoliciesSection)
        self.legend.setObjectName(u"legend")
        self.legend.setProperty(u"role", u"caption")
        self.legend.setWordWrap(True)

        self.left.addWidget(self.legend)

        self.trial = QFrame(PoliciesSection)
        self.trial.setObjectName(u"trial")
        self.trial.setProperty(u"role", u"card")
        self.trial_column = QVBoxLayout(self.trial)
        self.trial_column.setSpacing(6)
        self.trial_column.setObjectName(u"trial_column")
        self.trial_column.setContentsMargins(12, 10, 12, 10)
        self.trial_title = QLabel(self.trial)
        self.trial_title.setObjectName(u"trial_title")
        self.trial_title.setProperty(u"role", u"heading")

        self.trial_column.addWidget(self.trial_title)

        self.trial_grid = QGridLayout()
        self.trial_grid.setSpacing(8)
        self.trial_grid.setObjectName(u"trial_grid")
        self.trial_grid.setContentsMargins(0, 0, 0, 0)
        self.type_label = QLabel(self.trial)
        self.type_label.setObjectName(u"type_label")

        self.trial_grid.addWidget(self.type_label, 0, 0, 1, 1)

        self.try_type = Choice(self.trial)
        self.try_type.setObjectName(u"try_type")

        self.trial_grid.addWidget(self.try_type, 0, 1, 1, 1)

        self.kind_label = QLabel(self.trial)
        self.kind_label.setObjectName(u"kind_label")

        self.trial_grid.addWidget(self.kind_label, 0, 2, 1, 1)

        self.try_kind = Choice(self.trial)
        self.try_kind.setObjectName(u"try_kind")

        self.trial_grid.addWidget(self.try_kind, 0, 3, 1, 1)

        self.lent_label = QLabel(self.trial)
        self.lent_label.setObjectName(u"lent_label")

        self.trial_grid.addWidget(self.lent_label, 1, 0, 1, 1)

        self.try_lent = Day(self.trial)
        self.try_lent.setObjectName(u"try_lent")

        self.trial_grid.addWidget(self.try_lent, 1, 1, 1, 1)

        self.returned_label = QLabel(self.trial)
        self.returned_label.setObjectName(u"returned_label")

        self.trial_grid.addWidget(self.returned_label, 1, 2, 1, 1)

        self.try_returned = Day(self.trial)
        self.try_returned.setObjectName(u"try_returned")

        self.trial_grid.addWidget(self.try_returned, 1, 3, 1, 1)


        self.trial_column.addLayout(self.trial_grid)

        self.trial_rule = QLabel(self.trial)
        self.trial_rule.setObjectName(u"trial_rule")
        self.trial_rule.setProperty(u"role", u"secondary")
        self.trial_rule.setWordWrap(True)

        self.trial_column.addWidget(self.trial_rule)

        self.trial_due = QLabel(self.trial)
        self.trial_due.setObjectName(u"trial_due")
        self.trial_due.setProperty(u"role", u"heading")
        self.trial_due.setWordWrap(True)

        self.trial_column.addWidget(self.trial_due)

        self.trial_late = QLabel(self.trial)
        self.trial_late.setObjectName(u"trial_late")
        self.trial_late.setProperty(u"role", u"heading")
        self.trial_late.setWordWrap(True)

        self.trial_column.addWidget(self.trial_late)


        self.left.addWidget(self.trial)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.left.addItem(self.space_1)


        self.outer.addLayout(self.left)

        self.right = QVBoxLayout()
        self.right.setSpacing(6)
        self.right.setObjectName(u"right")
        self.right.setContentsMargins(0, 0, 0, 0)
        self.form_title = QLabel(PoliciesSection)
        self.form_title.setObjectName(u"form_title")
        self.form_title.setProperty(u"role", u"heading")
        self.form_title.setWordWrap(True)

        self.right.addWidget(self.form_title)

        self.form_state = QLabel(PoliciesSection)
        self.form_state.setObjectName(u"form_state")
        self.form_state.setProperty(u"role", u"caption")
        self.form_state.setWordWrap(True)

        self.right.addWidget(self.form_state)

        self.scroll = QScrollArea(PoliciesSection)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QWidget()
        self.page.setObjectName(u"page")
        self.page.setProperty(u"role", u"page")
        self.grid = QGridLayout(self.page)
        self.grid.setSpacing(8)
        self.grid.setObjectName(u"grid")
        self.grid.setContentsMargins(0, 0, 12, 0)
        self.scroll.setWidget(self.page)

        self.right.addWidget(self.scroll)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.retire = Button(PoliciesSection)
        self.retire.setObjectName(u"retire")

        self.buttons.addWidget(self.retire)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.space_2)

        self.save = Button(PoliciesSection)
        self.save.setObjectName(u"save")

        self.buttons.addWidget(self.save)


        self.right.addLayout(self.buttons)

        self.right.setStretch(2, 1)

        self.outer.addLayout(self.right)

        self.outer.setStretch(0, 1)

        self.retranslateUi(PoliciesSection)

        QMetaObject.connectSlotsByName(PoliciesSection)
    # setupUi

    def retranslateUi(self, PoliciesSection):
        pass
    # retranslateUi

