"""Verbs for what a request does to things, whichever request it is: closed lists of English."""

# What changes something that is there, or makes or sends it, and is hardly ever a thing itself.
CHANGING = frozenset(
    "abort accept acknowledge activate add anonymize append approve assign attach cancel clear create "
    "deactivate deallocate decline decrease delete demote deny deploy deprovision deregister destroy "
    "detach disable disassociate discard disconnect dismiss dissociate enable enroll evict expire extend "
    "finalize flush impersonate increase increment initialize initiate instantiate invalidate invoke "
    "merge migrate modify mute overwrite promote provision publish purge reactivate reassign reboot "
    "rebuild reconnect redeem redeploy regenerate reimage reindex reinstate reissue reject remove rename "
    "reopen reorder reorganize replace rerun reschedule resend restart restore restrict resubmit retry "
    "revert revoke rotate save send shutdown signout submit subscribe suspend terminate toggle truncate "
    "unarchive unassign unban unblock uncancel undelete undeploy undo unfollow unfreeze unhide unignore "
    "uninstall unlike unlink unlock unmark unmute unpause unpin unpublish unregister unresolve unrevert "
    "unset unshare unstar unsubscribe unsuspend untag unwatch update upsert withdraw".split()
)
# What is only done, so that it gives no list.
COMMANDS = CHANGING | frozenset("deauthenticate deauthorize decommission logout wipe".split())
# What ends or takes away something that is there, whichever request does it.
ENDING = frozenset(
    "abort ban block cancel clear deactivate deallocate decommission deny deprovision deregister disable "
    "discard disconnect dismiss evict expire invalidate kick logout merge overwrite purge reboot reject "
    "reset restart reverse revert revoke rollback shutdown signout stop suspend terminate truncate "
    "unassign uninstall unlink unpublish unregister unsubscribe void wipe".split()
)
