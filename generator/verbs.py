"""Verbs for what a request does to things, whichever request it is: closed lists of English."""

# What changes something that is there, or makes or sends it, and is hardly ever a thing itself.
CHANGING = frozenset(
    "abandon abort accept acknowledge activate add anonymize append approve assign attach cancel clear "
    "compress create deactivate deallocate decline decrease deduplicate delegate delete deliver demote "
    "deny deploy deprecate deprovision deregister destroy detach disable disassociate discard disconnect "
    "dismiss dispose dissociate dissolve elevate enable enforce enroll evict expire extend finalize flush "
    "fulfill impersonate increase increment ingest initialize initiate instantiate invalidate invoke merge "
    "migrate modify mute onboard overwrite poweroff poweron preempt promote provision publish purge "
    "reactivate reassign reassociate rebase reboot rebuild reclaim recompile reconcile reconnect "
    "reconstruct recreate recycle redeem redeliver redeploy reenable reencrypt refine refuel regenerate "
    "reimage reindex reinitialize reinstate reissue reject rejoin relocate remind remove rename reopen "
    "reorder reorganize replace replicate reposition requeue rerequest reroute rerun reschedule reseed "
    "resend restart restore restrict resubmit resync retarget retry revert revoke rotate save send "
    "shutdown signout snooze submit subscribe suspend terminate toggle truncate unapply unapprove "
    "unarchive unassign unban unbind unblock unbookmark uncancel unclaim uncomplete unconfirm undelete "
    "undeploy undo unenroll unfavorite unfavourite unflag unfollow unfreeze unhide unhold unignore "
    "uninstall unlike unlink unlock unmap unmark unmount unmute unpause unpin unprovision unpublish "
    "unregister unreserve unresolve unrevert unschedule unset unshare unsilence unsnooze unstar "
    "unsubscribe unsuspend untag untrash unvote unwatch update upsert withdraw".split()
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
