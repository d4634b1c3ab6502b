#compdef plan-tui
# Completion of plan-tui for zsh. The program itself says what can follow.
# In ~/.zshrc, after compinit: eval "$(plan-tui completion zsh)"
# or as a file named _plan-tui in a folder of $fpath.

_plan_tui() {
    local -a lines whole unfinished
    local line value item
    lines=("${(@f)$(${~${(Q)words[1]}} completion --answer zsh \
        "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    for line in $lines; do
        if [[ $line == :files ]]; then
            _files
            return
        fi
        value=${line%%$'\t'*}
        item=${value//:/\\:}
        [[ $line == *$'\t'* ]] && item+=":${line#*$'\t'}"
        if [[ $value == *[:=] ]]; then
            unfinished+=("$item")
        else
            whole+=("$item")
        fi
    done
    local -i nothing=1
    if (( $#whole )); then
        _describe -V 'plan-tui' whole && nothing=0
    fi
    if (( $#unfinished )); then
        _describe -V 'plan-tui' unfinished -S '' && nothing=0
    fi
    return nothing
}

if [[ $funcstack[1] == _plan-tui ]]; then
    _plan_tui "$@"
else
    compdef _plan_tui plan-tui
fi
