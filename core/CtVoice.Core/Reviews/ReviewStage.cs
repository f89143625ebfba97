namespace CtVoice.Core.Reviews;

/// <summary>Where a review stands.</summary>
public enum ReviewStage
{
    /// <summary>Received, not yet assessed.</summary>
    Submitted,

    /// <summary>The figures do not decide; the coordinator does, or silence does.</summary>
    CoordinatorDecides,

    /// <summary>Ended: no review is required, published with the reason.</summary>
    NotRequired,

    /// <summary>A review is required; the panel is being chosen.</summary>
    Routing,

    /// <summary>Too few members can be asked; the coordinator must act.</summary>
    ShortOfMembers,

    /// <summary>The texts that residents read are being made ready.</summary>
    Preparing,

    /// <summary>Members are being asked.</summary>
    Open,

    /// <summary>Closed; the coordinator releases texts before the report goes out.</summary>
    Preview,

    /// <summary>The report is out; the addressees answer.</summary>
    Answering,

    /// <summary>Answers are in or their deadline has passed; members are told.</summary>
    Finished,

    /// <summary>Ended by the coordinator, or taken back by its agency before residents were asked; with a public reason.</summary>
    Cancelled,
}
