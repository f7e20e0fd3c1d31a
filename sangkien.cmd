@echo off
rem Windows' door to scripts\run.py: "sangkien check" in a terminal, or a double click, which builds the site.
setlocal
set "code_page="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "code_page=%%p"
chcp 65001 >nul
set "PYTHONUTF8=1"

rem A double click starts "cmd /c" with this file and no arguments.
set "clicked="
if "%~1"=="" if not defined CI (
  echo "%cmdcmdline:"=%" | "%SystemRoot%\System32\find.exe" /i "/c" >nul
  if not errorlevel 1 set "clicked=build"
)
rem From a network share cmd starts in the folder of Windows: pushd lends the share a letter.
if defined clicked pushd "%~dp0"

rem "py" comes with Python from python.org, and may have no Python left to start; a "python" that can't run
rem is only the Store's stub.
set "python="
py -3 -c "" >nul 2>nul
if not errorlevel 1 set "python=py -3"
if not defined python (
  python -c "" >nul 2>nul
  if not errorlevel 1 set "python=python"
)
if not defined python (
  echo Máy này chưa có Python: hãy tải Python 3.11 trở lên ở https://www.python.org/downloads/, cài đặt, rồi chạy lại.
  echo Python is missing: get Python 3.11 or newer at https://www.python.org/downloads/, install it, then run this again.
  if defined clicked pause & popd
  exit /b 2
)

%python% "%~dp0scripts\run.py" %* %clicked%
set "result=%errorlevel%"
if defined clicked pause & popd
if defined code_page chcp %code_page% >nul
exit /b %result%
