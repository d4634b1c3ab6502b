# Completion of plan-tui for fish. The program itself says what can follow.
# In ~/.config/fish/config.fish: plan-tui completion fish | source

function __plan_tui_answer
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l lines ($words[1] completion --answer fish $words "$typed" 2>/dev/null)
    if test "$lines" = ":files"
        __fish_complete_path "$typed"
        return
    end
    printf '%s\n' $lines
end

complete -c plan-tui -f -k -a '(__plan_tui_answer)'
