/** What was done to an article. Deletions that were begun may be done or not. */
export interface Told {
  index: number;
  isChanged: boolean;
  isDeleted: 'no' | 'begun' | 'yes';
  /** False if the browser deleted the database: the change log has no pictures, and no site has these. */
  hasPicture: boolean;
}

/** Every fifth is deleted. What is written into on another device meanwhile would come back, as it should. */
export const isToGo = (index: number): boolean => index % 5 === 4;
