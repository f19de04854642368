# Completions of quotetracker for PowerShell. In $PROFILE:  quotetracker completions powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName quotetracker -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $line = $commandAst.ToString()
    if ($cursorPosition -gt $line.Length) { $line = $line.PadRight($cursorPosition) }
    & quotetracker "[suggest:$cursorPosition]" $line 2>$null |
        Where-Object { $_ -like "$wordToComplete*" -and $_ -notlike '/*' } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
