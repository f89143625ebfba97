using System.Globalization;
using CtVoice.Core.Conversations.Sending;

namespace CtVoice.Functions.Sending;

/// <summary>What Twilio's error codes mean to us. Source: "Error and Warning Dictionary", Twilio documentation.</summary>
internal static class TwilioRefusal
{
    public static SendOutcome.Refused Of(int code)
    {
        var (reason, isPermanent) = code switch
        {
            // The recipient answered STOP.
            21610 => (SendRefusal.OptedOut, true),
            // Not a number, cannot take texts, unknown, a landline.
            21211 or 21614 or 30005 or 30006 => (SendRefusal.InvalidRecipient, true),
            // Switched off or out of reach now.
            30003 => (SendRefusal.Unreachable, false),
            // Blocked by the recipient or the carrier; filtered for its content.
            30004 or 30007 => (SendRefusal.Filtered, true),
            // The carrier names no reason.
            30008 => (SendRefusal.Other, false),
            // Wrong key, unknown account, a country that is not allowed, a sender that is not ours.
            20003 or 20404 or 21408 or 21606 or 21705 => (SendRefusal.Misconfigured, true),
            _ => (SendRefusal.Other, true),
        };
        return new(reason, code.ToString(CultureInfo.InvariantCulture), isPermanent);
    }
}
