# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_rules.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from loket.ui.widgets import Button

class Ui_RulesSection(object):
    def setupUi(self, RulesSection):
        if not RulesSection.objectName():
            RulesSection.setObjectName(u"RulesSection")
        self.outer = QVBoxLayout(RulesSection)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(RulesSection)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QWidget()
        self.page.setObjectName(u"page")
        self.page.setProperty(u"role", u"page")
        self.list = QVBoxLayout(self.page)
        self.list.setSpacing(0)
        self.list.setObjectName(u"list")
        self.list.setContentsMargins(0, 0, 12, 0)
        self.scroll.setWidget(self.page)

        self.outer.addWidget(self.scroll)

        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.bar.setContentsMargins(0, 0, 0, 0)
        self.count = QLabel(RulesSection)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"role", u"secondary")

        self.bar.addWidget(self.count)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.bar.addItem(self.space_1)

        self.discard = Button(RulesSection)
        self.discard.setObjectName(u"discard")

        self.bar.addWidget(self.discard)

        self.save = Button(RulesSection)
        self.save.setObjectName(u"save")

        self.bar.addWidget(self.save)


        self.outer.addLayout(self.bar)

        self.outer.setStretch(0, 1)

        self.retranslateUi(RulesSection)

        QMetaObject.connectSlotsByName(RulesSection)
    # setupUi

    def retranslateUi(self, RulesSection):
        pass
    # retranslateUi

