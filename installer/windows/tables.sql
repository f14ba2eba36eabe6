UPDATE `Component` SET `Condition` = 'SERVER_URL' WHERE `Component` = 'KeepServer'
UPDATE `Component` SET `Condition` = 'POST_ID' WHERE `Component` = 'KeepPost'
UPDATE `Component` SET `Condition` = 'ENROL_FILE' WHERE `Component` = 'KeepEnrolment'
UPDATE `Property` SET `Value` = 'WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED;SERVER_URL;POST_ID;ENROL_FILE;REMOVEDATA' WHERE `Property` = 'SecureCustomProperties'
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('KeptServerUrl', 51, 'SERVER_URL', '[KEPT_SERVER_URL]')
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('KeptPostId', 51, 'POST_ID', '[KEPT_POST_ID]')
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('KeptEnrolFile', 51, 'ENROL_FILE', '[KEPT_ENROL_FILE]')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('KeptServerUrl', 'NOT SERVER_URL AND KEPT_SERVER_URL', 61)
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('KeptPostId', 'NOT POST_ID AND KEPT_POST_ID', 62)
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('KeptEnrolFile', 'NOT ENROL_FILE AND KEPT_ENROL_FILE', 63)
INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) VALUES ('RemoveData', 3170, 'ProgramFiles64Folder', '"[System64Folder]cmd.exe" /d /c for /d %u in ([WindowsVolume]Users\*) do (rd /s /q "%u\AppData\Local\amparo" & rd /s /q "%u\AppData\Local\amparo-demo")')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('RemoveData', 'REMOVE="ALL" AND REMOVEDATA=1 AND NOT UPGRADINGPRODUCTCODE', 3600)
CREATE TABLE `Environment` (`Environment` CHAR(72) NOT NULL, `Name` CHAR(255) NOT NULL LOCALIZABLE, `Value` CHAR(255) LOCALIZABLE, `Component_` CHAR(72) NOT NULL PRIMARY KEY `Environment`)
INSERT INTO `Environment` (`Environment`, `Name`, `Value`, `Component_`) VALUES ('ProgramsInPath', '=-*PATH', '[~];[ProgramFolder]', 'Deployment')
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('RemoveEnvironmentStrings', '', 3300)
INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('WriteEnvironmentStrings', '', 5200)
UPDATE `InstallExecuteSequence` SET `Sequence` = 1501 WHERE `Action` = 'RemoveExistingProducts'
