# Completions of quotetracker for fish:  quotetracker completions fish > ~/.config/fish/completions/quotetracker.fish
function __quotetracker_suggest
    set -l line (commandline --cut-at-cursor --current-process)
    quotetracker "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match --invert --regex '^/'
end
complete --command quotetracker --arguments '(__quotetracker_suggest)'
