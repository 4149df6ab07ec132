/** The room of a row that offers a role, so that what stands below it need not move. */
export const OwnAccessPlace = () => <div className="h-[133px] shrink-0 border-b border-line-2 sm:h-[53px]" />;
