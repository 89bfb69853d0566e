# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'card_queue.ui'
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
    QLabel, QProgressBar, QSizePolicy, QStackedWidget,
    QVBoxLayout, QWidget)

from loket.ui.pages.card_queue_parts import CardPicture
from loket.ui.widgets import (Banner, Button, IconLabel, PageHeader,
    Table)

class Ui_CardQueuePage(object):
    def setupUi(self, CardQueuePage):
        if not CardQueuePage.objectName():
            CardQueuePage.setObjectName(u"CardQueuePage")
        self.outer = QVBoxLayout(CardQueuePage)
        self.outer.setSpacing(10)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 12, 16, 12)
        self.header = PageHeader(CardQueuePage)
        self.header.setObjectName(u"header")

        self.outer.addWidget(self.header)

        self.banner = Banner(CardQueuePage)
        self.banner.setObjectName(u"banner")

        self.outer.addWidget(self.banner)

        self.state_line = QHBoxLayout()
        self.state_line.setSpacing(12)
        self.state_line.setObjectName(u"state_line")
        self.state_line.setContentsMargins(0, 0, 0, 0)
        self.state_icon = IconLabel(CardQueuePage)
        self.state_icon.setObjectName(u"state_icon")

        self.state_line.addWidget(self.state_icon)

        self.state_text = QLabel(CardQueuePage)
        self.state_text.setObjectName(u"state_text")
        self.state_text.setProperty(u"role", u"heading")
        self.state_text.setTextFormat(Qt.TextFormat.PlainText)

        self.state_line.addWidget(self.state_text)

        self.progress = QProgressBar(CardQueuePage)
        self.progress.setObjectName(u"progress")
        self.progress.setTextVisible(False)
        self.progress.setMaximumSize(QSize(16777215, 8))

        self.state_line.addWidget(self.progress)

        self.state_count = QLabel(CardQueuePage)
        self.state_count.setObjectName(u"state_count")
        self.state_count.setProperty(u"role", u"secondary")
        self.state_count.setTextFormat(Qt.TextFormat.PlainText)

        self.state_line.addWidget(self.state_count)

        self.state_line.setStretch(2, 1)

        self.outer.addLayout(self.state_line)

        self.views = QStackedWidget(CardQueuePage)
        self.views.setObjectName(u"views")
        self.queue_view = QWidget()
        self.queue_view.setObjectName(u"queue_view")
        self.halves = QHBoxLayout(self.queue_view)
        self.halves.setSpacing(20)
        self.halves.setObjectName(u"halves")
        self.halves.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(8)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.list = Table(self.queue_view)
        self.list.setObjectName(u"list")

        self.left.addWidget(self.list)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)

        self.left.addLayout(self.buttons)

        self.left.setStretch(0, 1)

        self.halves.addLayout(self.left)

        self.panel = QFrame(self.queue_view)
        self.panel.setObjectName(u"panel")
        self.panel.setProperty(u"role", u"card")
        self.panel_column = QVBoxLayout(self.panel)
        self.panel_column.setSpacing(10)
        self.panel_column.setObjectName(u"panel_column")
        self.panel_column.setContentsMargins(20, 16, 20, 16)
        self.panel_top = QHBoxLayout()
        self.panel_top.setSpacing(8)
        self.panel_top.setObjectName(u"panel_top")
        self.panel_top.setContentsMargins(0, 0, 0, 0)
        self.panel_icon = IconLabel(self.panel)
        self.panel_icon.setObjectName(u"panel_icon")

        self.panel_top.addWidget(self.panel_icon)

        self.panel_word = QLabel(self.panel)
        self.panel_word.setObjectName(u"panel_word")
        self.panel_word.setProperty(u"role", u"heading")
        self.panel_word.setTextFormat(Qt.TextFormat.PlainText)
        self.panel_word.setWordWrap(True)

        self.panel_top.addWidget(self.panel_word)

        self.panel_top.setStretch(1, 1)

        self.panel_column.addLayout(self.panel_top)

        self.panel_title = QLabel(self.panel)
        self.panel_title.setObjectName(u"panel_title")
        self.panel_title.setProperty(u"role", u"number")
        self.panel_title.setTextFormat(Qt.TextFormat.PlainText)
        self.panel_title.setWordWrap(True)

        self.panel_column.addWidget(self.panel_title)

        self.panel_detail = QLabel(self.panel)
        self.panel_detail.setObjectName(u"panel_detail")
        self.panel_detail.setProperty(u"role", u"lead")
        self.panel_detail.setTextFormat(Qt.TextFormat.PlainText)
        self.panel_detail.setWordWrap(True)

        self.panel_column.addWidget(self.panel_detail)

        self.panel_said = QLabel(self.panel)
        self.panel_said.setObjectName(u"panel_said")
        self.panel_said.setProperty(u"role", u"secondary")
        self.panel_said.setTextFormat(Qt.TextFormat.PlainText)
        self.panel_said.setWordWrap(True)

        self.panel_column.addWidget(self.panel_said)

        self.picture = CardPicture(self.panel)
        self.picture.setObjectName(u"picture")

        self.panel_column.addWidget(self.picture)

        self.choices = QWidget(self.panel)
        self.choices.setObjectName(u"choices")
        self.choices_column = QVBoxLayout(self.choices)
        self.choices_column.setSpacing(8)
        self.choices_column.setObjectName(u"choices_column")
        self.choices_column.setContentsMargins(0, 0, 0, 0)

        self.panel_column.addWidget(self.choices)

        self.panel_hint = QLabel(self.panel)
        self.panel_hint.setObjectName(u"panel_hint")
        self.panel_hint.setProperty(u"role", u"caption")
        self.panel_hint.setTextFormat(Qt.TextFormat.PlainText)
        self.panel_hint.setWordWrap(True)

        self.panel_column.addWidget(self.panel_hint)

        self.panel_column.setStretch(4, 1)

        self.halves.addWidget(self.panel)

        self.halves.setStretch(0, 13)
        self.halves.setStretch(1, 8)
        self.views.addWidget(self.queue_view)
        self.log_view = QWidget()
        self.log_view.setObjectName(u"log_view")
        self.log_column = QVBoxLayout(self.log_view)
        self.log_column.setSpacing(8)
        self.log_column.setObjectName(u"log_column")
        self.log_column.setContentsMargins(0, 0, 0, 0)
        self.log = Table(self.log_view)
        self.log.setObjectName(u"log")

        self.log_column.addWidget(self.log)

        self.views.addWidget(self.log_view)

        self.outer.addWidget(self.views)

        self.outer.setStretch(3, 1)

        self.retranslateUi(CardQueuePage)

        QMetaObject.connectSlotsByName(CardQueuePage)
    # setupUi

    def retranslateUi(self, CardQueuePage):
        pass
    # retranslateUi

