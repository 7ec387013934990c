@echo off
rem The folder or file dropped on this one, else the folder "content" beside it, else another one beside it with kiosk.toml.
rem ASCII up to chcp: cmd.exe reads a batch file in the code page that its console has at that moment.
setlocal DisableDelayedExpansion
set "dir="
set "file="
set "kind=%~a1"
if "%~1"=="" goto look
if "%kind:~0,1%"=="d" (set "dir=%~f1") else (set "file=%~f1")
:look
if not defined dir if exist "%~dp0content\kiosk.toml" set "dir=%~dp0content"
pushd "%~dp0"
for /d %%d in (*) do if not defined dir if exist "%%d\kiosk.toml" set "dir=%~dp0%%d"
popd
if not defined dir if exist "%~dp0kiosk.toml" set "dir=%~dp0."
if not defined dir goto ask
:work
if "%dir:~-1%"=="\" set "dir=%dir:~0,-1%"
{{work}}
exit /b
:ask
chcp 65001 >nul
echo 这个文件旁边没有内容文件夹（里面有 kiosk.toml）。
echo 把内容文件夹拖进这个窗口，再按回车；下次可以直接把它拖到这个文件上。
set /p "dir=还没有的，直接按回车，在旁边新建一份： "
if not defined dir "%~dp0kiosk.exe" init "%~dp0content" && set "dir=%~dp0content"
if not defined dir pause & exit /b 1
set "dir=%dir:"=%"
goto work
