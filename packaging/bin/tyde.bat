@echo off
rem Starts Tyde with a JDK 25: TYDE_JAVA_HOME, then JAVA_HOME, then the usual places.
setlocal
set "HERE=%~dp0.."
for %%H in ("%TYDE_JAVA_HOME%" "%JAVA_HOME%") do call :try %%H && goto :run
for /d %%H in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*") do call :try "%%H" && goto :run
echo tyde: needs a JDK 25; install one (for example Temurin 25) or name it in TYDE_JAVA_HOME 1>&2
exit /b 1

:try
if "%~1"=="" exit /b 1
if not exist "%~1\release" exit /b 1
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul || exit /b 1
set "JAVA25=%~1"
exit /b 0

:run
"%JAVA25%\bin\java.exe" "@%HERE%\lib\jvm.options" "-Dtyde.app=%HERE%" "-Djava.library.path=%HERE%\lib\native" -cp "%HERE%\lib\*" org.tyde.app.Main %*
exit /b %ERRORLEVEL%
