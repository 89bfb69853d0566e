@echo off
rem Loket from a checkout on Windows: makes .venv from requirements.lock where it is missing or old, then starts the program.
rem   loket            opens Loket on a throw-away example library
rem   loket WORD ...   passes the words to the program, such as: loket import members.csv
rem LOKET_PYTHON names the Python to use (3.11 to 3.13); otherwise the py launcher picks one.
setlocal
set "ROOT=%~dp0"
set "VENV=%ROOT%.venv"
set "LOCK=%ROOT%requirements.lock"
set "PYTHONPATH=%ROOT%src"
set "PYTHONUTF8=1"

rem A finished environment holds a copy of the lock it was made from, written last.
fc /b "%LOCK%" "%VENV%\loket.lock" >nul 2>nul && if exist "%VENV%\Scripts\python.exe" goto start

set "BASE="
if defined LOKET_PYTHON set BASE="%LOKET_PYTHON%"
if not defined BASE for %%V in (3.13 3.12 3.11) do if not defined BASE py -%%V -c "" >nul 2>nul && set "BASE=py -%%V"
if not defined BASE set "BASE=python"
%BASE% -c "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))" >nul 2>nul
if errorlevel 1 (
    echo Loket perlu Python 3.11, 3.12, atau 3.13. Pasang Python 64-bit dari python.org, lalu jalankan lagi. 1>&2
    exit /b 3
)

echo Menyiapkan lingkungan Python di .venv, sekali saja, beberapa menit. 1>&2
if exist "%VENV%" rmdir /s /q "%VENV%"
%BASE% -m venv "%VENV%" || goto failed
"%VENV%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --require-hashes -r "%LOCK%" || goto failed
copy /y "%LOCK%" "%VENV%\loket.lock" >nul || goto failed

:start
if "%~1"=="" (
    "%VENV%\Scripts\python.exe" -P -m loket --example
) else (
    "%VENV%\Scripts\python.exe" -P -m loket %*
)
exit /b %errorlevel%

:failed
echo Paket Python tidak dapat dipasang. Baca pesan di atas, periksa sambungan internet, lalu jalankan lagi. 1>&2
exit /b 3
