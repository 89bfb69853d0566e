# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_looks.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QScrollArea, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from loket.ui.widgets import FormRow

class Ui_LooksSection(object):
    def setupUi(self, LooksSection):
        if not LooksSection.objectName():
            LooksSection.setObjectName(u"LooksSection")
        self.outer = QVBoxLayout(LooksSection)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(LooksSection)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page = QWidget()
        self.page.setObjectName(u"page")
        self.page.setProperty(u"role", u"page")
        self.column = QVBoxLayout(self.page)
        self.column.setSpacing(10)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 12, 0)
        self.language = FormRow(self.page)
        self.language.setObjectName(u"language")

        self.column.addWidget(self.language)

        self.theme = FormRow(self.page)
        self.theme.setObjectName(u"theme")

        self.column.addWidget(self.theme)

        self.scale = FormRow(self.page)
        self.scale.setObjectName(u"scale")

        self.column.addWidget(self.scale)

        self.motion = FormRow(self.page)
        self.motion.setObjectName(u"motion")

        self.column.addWidget(self.motion)

        self.sounds = FormRow(self.page)
        self.sounds.setObjectName(u"sounds")

        self.column.addWidget(self.sounds)

        self.volume = FormRow(self.page)
        self.volume.setObjectName(u"volume")

        self.column.addWidget(self.volume)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space_1)

        self.scroll.setWidget(self.page)

        self.outer.addWidget(self.scroll)


        self.retranslateUi(LooksSection)

        QMetaObject.connectSlotsByName(LooksSection)
    # setupUi

    def retranslateUi(self, LooksSection):
        pass
    # retranslateUi

